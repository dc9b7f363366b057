/** The words of a rehearsal's report, in Spanish; the terms are those of the desk and of scenarios/law/text.es.yaml. */
import type { RehearsalWords } from './rehearse-words.ts';

export const spanish: RehearsalWords = {
  lang: 'es',
  locale: 'es-US',
  quoted: (text) => `«${text}»`,
  percent: (number) => `${number}%`,
  title: 'Ensayo',
  contents: 'Contenido',
  axes: {
    jurisdiction: 'Jurisdicción',
    constitutional: 'Límites constitucionales',
    'crowd-safety': 'Seguridad de la gente',
  },
  standings: {
    sound: 'Correcto',
    gaps: 'Correcto, con faltas',
    unsound: 'Incorrecto',
    grave: 'Falta grave',
    'not-exercised': 'No se puso a prueba',
  },
  bots: {
    'by-the-book': 'Según la ley',
    careful: 'Prudente',
    random: 'Al azar',
    hasty: 'Con prisa',
    longest: 'Más larga',
    first: 'Primera',
    politeness: 'Cortesía',
    buttons: 'Botones',
    silent: 'Silencio',
    worst: 'Peor',
  },
  whoTheyAre: {
    'by-the-book':
      'Tiene sentido común y conoce la ley del lugar. Hace lo que debe, elige lo que la ley recomienda y espera cuando duda.',
    careful:
      'Tiene sentido común y ninguna formación legal. Lee, pregunta, verifica y ayuda a los heridos. Una de cada ocho respuestas es un descuido.',
    random: 'Oprime cualquier cosa, en cualquier momento.',
    hasty:
      'Elige la opción más rápida, antes de que alguien haya podido leerla. No hace nada que no se le pida.',
    longest: 'Como «Al azar», pero siempre elige la opción más larga.',
    first: 'Como «Al azar», pero siempre elige la opción que se muestra primero.',
    politeness: 'Como «Al azar», pero siempre elige la opción que suena más cortés.',
    buttons: 'Hace una vez cada acción, en cuanto puede. No responde a ninguna tarjeta.',
    silent: 'No dice ni hace nada.',
    worst: 'Elige lo que la ley del lugar considera peor.',
  },
  and: 'y',
  endings: { stopped: 'Interrumpido', stuck: 'Trabado: no podía pasar nada más', endless: 'No terminó' },
  underTruth: (truth) => `Solo las sesiones en que se da esto: ${truth}.`,
  made: ({ runs, from, to, seat, extended, day }) =>
    `${runs} sesiones de cada jugador, números ${from} a ${to}. Puesto: ${seat}. Tiempo para decidir: ${extended}%. Fecha de la ley: ${day}.`,
  sections: {
    tells: 'Qué le dice esto',
    players: 'Quién jugó',
    standings: 'Cómo resultaron las sesiones',
    apart: 'Qué jugadores salen mejor',
    time: 'Cuánto duraron las sesiones',
    endings: 'Cómo terminaron',
    choices: 'Qué eligieron',
    actions: 'Qué hicieron sin que se les pidiera',
    duties: 'Deberes más incumplidos',
    breaches: 'Reglas más incumplidas',
    coverage: 'Cuánto del escenario se alcanzó',
    method: 'Cómo se midió',
  },
  leads: {
    standings: 'Cada barra muestra todas las sesiones de un jugador, según una ley, en un eje.',
    apart:
      'Tome una sesión de cada uno de dos jugadores. ¿En cuántos de cada 100 pares así es mejor la del primero? Con 50, el eje no distingue a los dos. Cada marca es una ley.',
    time: 'Minutos de la historia. La línea va de la sesión más corta a la más larga. La caja contiene la mitad central. La barra dentro de la caja es la mediana.',
    endings: 'Porcentaje de las sesiones de cada jugador.',
    choices:
      'Porcentaje de las veces que se presentó la tarjeta. Si nadie elige una opción, quizá sobra, o quizá su redacción asusta.',
    actions: 'Cuántas veces por sesión, en promedio.',
    duties: 'Con qué frecuencia se incumplió el deber, en porcentaje de las veces que fue exigible.',
    breaches: 'Porcentaje de las sesiones en que se incumplió la regla.',
  },
  tells: (better, than) => `El escenario distingue «${better}» de «${than}»`,
  tellsNot: (better, than) => `El escenario no distingue «${better}» de «${than}»`,
  on: (axes, laws) => `en ${axes}${laws === '' ? '' : ` según ${laws ?? 'todas las leyes'}`}`,
  doesNot: (on) => `no los distingue ${on}`,
  pairs: (least, most) =>
    least === most ? `mejor en ${least} de cada 100 pares` : `mejor en ${least} a ${most} de cada 100 pares`,
  noCue:
    'Ni el largo, ni la posición, ni la cortesía delatan nada: a quien siempre elige la opción más larga, la primera o la más cortés le va igual que a quien elige por costumbre, sin leer.',
  cue: {
    longest: (where, isBetter) =>
      `El largo delata las respuestas: a quien siempre elige la opción más larga le va ${isBetter ? 'mejor' : 'peor'} que a quien elige por costumbre, sin leer, ${where}.`,
    first: (where, isBetter) =>
      `La posición delata las respuestas: a quien siempre elige la primera opción le va ${isBetter ? 'mejor' : 'peor'} que a quien elige por costumbre, sin leer, ${where}.`,
    politeness: (where, isBetter) =>
      `La cortesía delata las respuestas: a quien siempre elige la opción más cortés le va ${isBetter ? 'mejor' : 'peor'} que a quien elige por costumbre, sin leer, ${where}.`,
  },
  reach: (share) =>
    `Un resultado correcto está al alcance con lo que el puesto puede saber: «Según la ley» lo logra en el ${share} de las sesiones que ponen a prueba el eje, aun donde más cuesta.`,
  outOfReach: (where, share) =>
    `Un resultado correcto puede estar fuera de alcance ${where}: «Según la ley» lo logra solo en el ${share} de las sesiones que ponen a prueba el eje.`,
  allEnded: 'Todas las sesiones terminaron.',
  notEnded: (runs) => `${runs} sesiones no terminaron.`,
  under: (axis, law) => `en ${axis} según ${law}`,
  kept: (kept, due) => `cumplió ${kept} de ${due}`,
  pairAxis: 'de cada 100 pares',
  pairRow: (better, than) => `«${better}» ante «${than}»`,
  cueRow: (bot) => `«${bot}» ante «Al azar»`,
  band: 'donde quedan 95 de 100 jugadores que eligen por costumbre, sin leer',
  minutes: 'minutos',
  asTable: 'Como tabla',
  noAnswer: 'Sin respuesta a tiempo',
  put: (times) => `se presentó ${times} veces`,
  neverTaken: 'nadie la eligió',
  neverOffered: 'nunca disponible',
  neverPut: 'nunca se presentó',
  grave: 'falta grave',
  none: 'No hay.',
  coverage: {
    states: (seen, all) => `se pasó por ${seen} de ${all} estados`,
    options: (seen, all) => `se eligieron ${seen} de ${all} opciones`,
    actions: (seen, all) => `se iniciaron ${seen} de ${all} acciones`,
    endings: (seen, all) => `se llegó a ${seen} de ${all} finales`,
  },
  notSeen: 'Faltan',
  missedMost: (bot, duty, share) =>
    `El deber que más incumple «${bot}»: «${duty}» (el ${share} de las veces que fue exigible).`,
  method: [
    'Los jugadores son programas. Ven lo que ve quien practica en ese puesto: palabras, tarjetas, el reloj y lo que el puesto sabe. Ninguno ve lo que el escenario oculta.',
    'En cada eje las sesiones se ordenan por su resultado, y las de igual resultado, por el porcentaje de deberes cumplidos. Los tres ejes nunca se combinan.',
    'Dos jugadores se consideran distintos cuando una prueba de rangos de Brunner-Munzel de una cola da p menor que 0.01.',
    '«Más larga», «Primera» y «Cortesía» se comparan con 100 jugadores que eligen por costumbre, sin leer: cada uno pone las opciones de cada tarjeta en un orden arbitrario y lo mantiene.',
    '«Según la ley» y «Peor» vuelven a jugar con cada ley; por eso el reporte muestra lo que eligieron con todas las leyes juntas. Los demás no conocen ninguna ley: juegan una vez y se les juzga según cada una.',
  ],
  foot: 'Los programas no son personas en capacitación: esto muestra qué puede distinguir un escenario, no cómo le irá a su clase. Las leyes incluidas son material de capacitación hasta que un abogado las revise.',
  progress: (done, all) => `${done} de ${all} sesiones`,
  written: (file) => `El reporte está en ${file}.`,
};
