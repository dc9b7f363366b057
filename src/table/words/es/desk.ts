/** Spanish words of the desk, as officers in the United States speak it; the terms are those of TERMS.md. */
import type { DeskTexts } from '../en/desk.ts';
import { reading } from './desk-reading.ts';
import { ground } from './ground.ts';
import { presence } from './presence.ts';
import { scene } from './scene.ts';
import { sound } from './sound.ts';
import { values } from './values.ts';

export const desk: DeskTexts = {
  mark: ['DE', 'CON', 'FLICT'],
  product: 'Deconflict',
  quotes: ['«', '»'],

  axes: {
    jurisdiction: 'Jurisdicción',
    constitutional: 'Límites constitucionales',
    'crowd-safety': 'Seguridad de la gente',
  },
  axisAsks: {
    jurisdiction:
      '¿Se mantuvo dentro de su propia autoridad, sin bloquear lo que no le toca ni sumarse a ello?',
    constitutional:
      '¿Respetó los límites para retener, usar la fuerza y entrar, y el derecho a grabar y a expresarse? ¿Dejó constancia fiel de los hechos?',
    'crowd-safety':
      '¿Estuvieron todos a salvo, recibieron ayuda los heridos y supo la gente lo que necesitaba saber?',
  },
  standings: {
    sound: 'Correcto',
    gaps: 'Correcto, con faltas',
    unsound: 'Incorrecto',
    grave: 'Falta grave',
    'not-exercised': 'No se puso a prueba',
  },
  verdicts: {
    required: 'obligatorio y cumplido',
    commended: 'recomendado',
    permitted: 'permitido',
    discouraged: 'desaconsejado',
    forbidden: 'prohibido',
  },
  duties: { met: 'deber cumplido', late: 'deber cumplido tarde', missed: 'deber incumplido' },
  grave: 'falta grave',
  bases: {
    heard: 'oído',
    seen: 'visto',
    document: 'leído en papel',
    confirmed: 'confirmado',
  },
  channels: { radio: 'radio', say: 'en voz alta', phone: 'teléfono', screen: 'pantalla' },
  toYou: 'para usted',

  home: {
    kicker: 'Ejercicios de mesa para policías',
    claim: 'Atienda la llamada. Decida. Vea si hizo lo correcto.',
    lead: 'Usted es el oficial de la patrulla. Ve lo que está a la vista, el reloj corre y nadie le dice qué es lo correcto hasta el final.',
    take: 'Atender la llamada',
    stepsTitle: 'Cómo funciona',
    steps: [
      ['Antes de salir', 'Quién es usted, dónde está, qué se sabe. Un minuto.'],
      ['La llamada', 'Radio, gente, una calle vista desde arriba. Usted actúa; lo demás sigue su curso.'],
      [
        'El repaso',
        'Jurisdicción, límites constitucionales, seguridad de la gente: cómo se juzga cada acto según la ley del lugar.',
      ],
    ],
    scenarios: 'Escenarios',
    minutes: (n) => `unos ${n} minutos`,
    runs: 'Sus sesiones',
    noRuns:
      'Todavía no hay ninguna. Las sesiones se guardan solo en esta computadora y se pueden retomar en cualquier momento.',
    reached: (clock) => `llegó al minuto ${clock}`,
    attempt: (n) => `Intento ${n}`,
    stuck: (clock) => `llegó al minuto ${clock}; se hizo con otra versión y no puede seguir`,
    ended: (clock) => `terminó en el minuto ${clock}`,
    damaged: 'dañada: una parte de lo guardado no se puede leer',
    resume: 'Seguir',
    debrief: 'Repaso',
    look: 'Ver lo que queda',
    forget: 'Borrar',
    forgetAsk: '¿Borrar esta sesión?',
    forgetText: (title) => `«${title}» se borrará de esta computadora. No se puede deshacer.`,
    keep: 'Conservarla',
    import: 'Abrir un archivo de sesión',
    importNote:
      'Un archivo .run.json de un repaso, o uno .runs.json con todas las sesiones de una computadora.',
    training: 'Material de capacitación. No es asesoría legal.',
  },

  brief: {
    you: 'Su unidad',
    situation: 'Situación',
    can: 'Lo que puede hacer',
    canText: [
      'Conteste cuando le pregunten algo. Dejar pasar el tiempo también es una respuesta.',
      'Use las acciones de abajo en cualquier momento: radio, verificar, cámara, atención médica y más. Nadie se lo recordará.',
      'Cada acción toma el tiempo que indica, y mientras tanto lo demás sigue su curso.',
    ],
    canUncued:
      'Nadie le avisa cuándo decidir. Lo que puede hacer está en Responder. Dejar pasar el tiempo también es una respuesta.',
    judged: 'Cómo se juzga',
    judgedText:
      'Por lo que usted sabía en ese momento, en tres ejes que nunca se suman. No se le dice nada hasta el repaso.',
    note: 'Antes de empezar',
    noteDetail: 'Lo que puede aparecer, en detalle',
    settings: 'Opciones',
    start: 'Empezar',
    back: 'Todos los escenarios',
    clock: 'Reloj',
    clocks: {
      live: ['En vivo', 'El tiempo corre como en la vida real. Puede poner pausa.'],
      discussion: ['Discusión', 'El tiempo espera y solo avanza cuando usted actúa u oprime Esperar.'],
    },
    level: 'Nivel',
    levels: {
      guided: ['Guiado', 'Cuando le preguntan algo, usted ve las respuestas posibles y elige una.'],
      'say-first': [
        'Primero en sus palabras',
        'Usted dice con sus palabras lo que haría y luego elige la respuesta más cercana.',
      ],
      uncued: [
        'Sin avisos',
        'Nadie le dice que hay algo que decidir ni cuánto tiempo tiene. Usted actúa cuando cree que es el momento.',
      ],
      coaching: [
        'Con guía',
        'El tiempo se detiene después de cada decisión, y cinco preguntas le ayudan a pensarla bien. No se califica.',
      ],
    },
    pack: 'Ley del lugar',
    day: 'Fecha de la ley',
    dayNote: 'La historia ocurre en esta fecha. Elija otra para usar la ley que regía ese día.',
    time: 'Tiempo para decidir',
    times: { 100: 'Normal', 150: 'Tiempo y medio', 200: 'El doble' },
    timeNote: 'Cambia los plazos y nada más. Nunca se ve en los resultados.',
    minutes: (n) => `unos ${n} minutos`,
    date: (day, clock) => `${day}, ${clock}`,
  },

  play: {
    log: 'Bitácora',
    newLines: 'Hay líneas nuevas',
    decision: 'Decisión',
    now: 'Ahora',
    actions: 'Acciones',
    notebook: 'Libreta',
    clock: 'Reloj',
    pause: 'Pausa',
    paused: 'En pausa',
    pausedText: 'El reloj está detenido. Oprima Pausa otra vez para seguir.',
    covered:
      'La escena se tapa mientras el reloj está detenido, para que todos tengan el mismo tiempo para leer. Con tiempo ampliado queda a la vista.',
    goOn: 'Seguir',
    wait: 'Esperar',
    waiting: 'Dejando pasar el tiempo',
    speed: 'Velocidad',
    speeds: { 1: '×1', 2: '×2', 4: '×4' },
    pack: 'Ley',
    camera: 'Cámara',
    more: 'Más',
    keys: 'Teclas',
    display: 'Pantalla',
    later: 'Lo que eligió después de esto en su primera sesión',
    leave: 'Salir y guardar la sesión',
    stop: 'Terminar aquí el ejercicio',
    stopAsk: '¿Terminar aquí?',
    stopText: 'El ejercicio termina ahora. Lo que quedó pendiente no se juzga.',
    stopYes: 'Terminar aquí',
    stopNo: 'Seguir',
    resumed: 'Sigue desde donde se quedó.',
    saved: 'Guardado',
    saving: 'Guardando…',
    notSaved: (why) => `No se puede guardar: ${why}`,
    saveWords: {
      quota: 'ya no hay espacio en esta computadora. Libere un poco; el ejercicio espera hasta entonces.',
      blocked:
        'este navegador no deja que las páginas guarden datos. Permítalo para esta página o salga de la navegación privada.',
      memory:
        'este navegador no guarda nada, así que la sesión dura solo mientras esta página siga abierta. Expórtela desde el repaso.',
      default:
        'este navegador no lo permitió. Puede seguir, pero al volver a cargar la página se perdería lo que no está guardado. Exporte la sesión desde el repaso.',
    },

    youAre: (place) => `Usted está aquí: ${place}`,
    nowhere: 'En camino',
    stand: 'Dónde está cada quien',
    standNone: 'Todavía no hay nadie a la vista.',
    here: 'usted está aquí',
    you: 'Usted',
    rings: {
      local: 'policía local',
      unknown: 'no se sabe',
      says: 'dice ser federal',
      card: 'dice ser federal, mostró credencial',
      confirmed: 'federal confirmado',
      refuted: 'no es quien dice ser',
      public: 'público',
      medical: 'paramédicos',
    },
    legend: 'Leyenda',

    known: 'Qué sabe, quién se lo dijo y con qué certeza',
    knownNone: 'Nada todavía. Aquí se anota lo que usted averigua y de dónde viene.',
    noted: (n) => (n === 1 ? '1 nota' : `${n} notas`),
    learnedFrom: (name, basis) => `Fuente: ${name}, ${basis}.`,
    did: 'Usted',
    cut: 'Interrumpido:',
    lapsed: 'No contestó:',
    words: 'Sus palabras:',
    missedAll:
      'Una transmisión se cortó y no se entendió nada. Puede pedirle a Control que la repita, en Radio.',
    missedPart: 'Se cortó: no se oyó todo. Puede pedirle a Control que lo repita, en Radio.',
    here2: (name, own = false) => (own ? 'Usted llegó al lugar.' : `Ya está aquí: ${name}.`),

    left: (clock) => `quedan ${clock}`,
    secondsLeft: (n) => `Quedan ${n} segundos para contestar.`,
    open: (ask, time) => `Le preguntan: ${ask} Tiempo para contestar: ${time}.`,
    sayLabel: 'Con sus palabras: ¿qué haría?',
    sayKeep: 'Guardar mis palabras y ver las opciones',
    sayKept: 'Sus palabras quedan guardadas. Elija lo que más se acerque.',
    waits: (what, until) =>
      `En otra tarea hasta el minuto ${until}: ${what} Esto queda pendiente; su tiempo empieza cuando usted quede libre.`,
    blocked: (what, until) => `En otra tarea hasta el minuto ${until}: ${what} Después puede hacer esto.`,
    cuts: (what) => `Si contesta, interrumpe lo que está haciendo: ${what}`,
    others: 'También esperan su respuesta:',
    busy: (until) => `hasta ${until}`,
    doing: 'En otra tarea',
    waitsForAir: (until, what) => `Canal ocupado hasta el minuto ${until}. Luego: ${what}`,
    idle: 'Nadie le pregunta nada.',
    idleText: 'El tiempo sigue. Use las acciones de abajo.',
    idleWait: 'El tiempo espera. Actúe, u oprima Esperar para dejarlo pasar.',
    atOnce: 'al instante',
    goesOn: { bar: (what) => `Continúe: ${what}`, log: 'Usted continúa:' },
    nothingIn: (group) => `${group}: ahora no hay nada que pueda hacer ahí.`,

    law: 'Tarjeta de bolsillo',
    shortForms: 'Claves y abreviaturas',
    lawNote: 'Lo que diría la tarjeta que lleva en el bolsillo de la camisa. No juzga esta llamada.',
    lawVerified: {
      read: 'verificada en la fuente',
      secondary: 'de una fuente secundaria',
      memory: 'todavía sin verificar',
    },
    close: 'Cerrar',

    ended: 'El ejercicio terminó',
    stopped: 'Interrumpido',
    stoppedText: 'Usted dejó aquí el ejercicio. Lo que quedó pendiente no se juzga.',
    nothingLeft: 'Ya no puede pasar nada más',
    nothingLeftText:
      'La historia se detuvo aquí: no había ninguna pregunta pendiente y nadie tenía nada que hacer.',
    debrief: 'Repaso',

    refusals: {
      ended: 'El ejercicio terminó.',
      'not-open': 'Ahora no puede hacer eso.',
      'too-late': 'Demasiado tarde: se acabó el tiempo para eso.',
      busy: 'Todavía está en otra tarea. Espere a terminar.',
      'in-the-past': 'El reloj ya avanzó. Inténtelo otra vez.',
      'bad-words': 'Escriba algo, con un máximo de 2,000 caracteres.',
      runaway: 'Desde aquí el escenario no puede seguir por ese camino. No se cambió nada.',
      'not-saved': 'Eso no se pudo guardar, así que no ocurrió. Inténtelo otra vez.',
    },
  },

  groups: {
    radio: 'Radio',
    verify: 'Verificar',
    camera: 'Cámara',
    medical: 'Médico',
    perimeter: 'Perímetro',
    crowd: 'Gente',
    note: 'Nota',
    partner: 'Compañero',
    talk: 'Hablar',
    law: 'Ley',
    do: 'Responder',
  },

  talk: { calm: 'Con calma', firm: 'Con firmeza', rest: 'Responder' },

  keys: {
    title: 'Teclas',
    single: 'Atajos de una sola tecla',
    singleNote: 'Desactívelos si usa dictado por voz o si oprime teclas sin querer.',
    digits: 'Elegir una opción de la decisión',
    space: 'Pausar o seguir',
    spaceWait: 'Dejar pasar el tiempo',
    group: (name) => `Abrir ${name}`,
    notebook: 'Ir a la libreta',
    where: '¿Dónde estoy?',
    decision: 'Ir a la decisión',
    law: 'Abrir la tarjeta de bolsillo',
    help: 'Mostrar estas teclas',
    tab: 'Tab avanza, las flechas recorren la barra de acciones y los menús, y Escape cierra.',
    spaceName: 'Espacio',
  },

  truths: {
    team: {
      label: 'Los hombres armados eran',
      values: { federal: 'agentes federales', impostors: 'impostores' },
    },
  },

  ...reading,
  ...presence,
  values,
  ground,
  scene,
  sound,

  display: {
    title: 'Pantalla y teclas',
    language: 'Idioma',
    theme: 'Tema',
    themes: { system: 'El del sistema', dark: 'Oscuro', light: 'Claro' },
    size: 'Tamaño del texto',
    sizes: { 100: 'Normal', 115: '115%', 130: '130%', 150: '150%', 200: '200%' },
    keys: 'Atajos de una sola tecla durante el ejercicio',
    table: 'Dibujar el mapa',
    tableNote:
      'Sin el mapa, la misma información aparece como texto, igual que para los lectores de pantalla.',
  },

  trouble: { details: 'Detalles para soporte técnico', title: 'Algo salió mal' },
};
