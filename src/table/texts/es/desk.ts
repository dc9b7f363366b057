/** Spanish words of the desk, as officers in the United States speak it; the terms are those of the glossary in scenarios/law/text.es.yaml. */
import type { DeskTexts } from '../en/desk.ts';
import { reading } from './desk-reading.ts';
import { ground } from './ground.ts';
import { presence } from './presence.ts';
import { scene } from './scene.ts';
import { sound } from './sound.ts';

export const desk: DeskTexts = {
  mark: ['DE', 'CON', 'FLICT'],
  product: 'Deconflict',

  axes: {
    jurisdiction: 'Jurisdicción',
    constitutional: 'Límites constitucionales',
    'crowd-safety': 'Seguridad de la multitud',
  },
  axisAsks: {
    jurisdiction:
      '¿Se mantuvo dentro de su propia autoridad, sin bloquear lo que no le toca ni sumarse a ello?',
    constitutional:
      '¿Respetó los límites sobre paradas, fuerza, entradas, grabaciones y expresión, y dejó un registro veraz?',
    'crowd-safety':
      '¿Estuvieron todos a salvo, recibieron ayuda los heridos y supo la gente lo que necesitaba saber?',
  },
  standings: {
    sound: 'Correcto',
    gaps: 'Correcto, con lagunas',
    unsound: 'Incorrecto',
    grave: 'Grave',
    'not-exercised': 'No ejercitado',
  },
  verdicts: {
    required: 'obligatorio, y hecho',
    commended: 'elogiado',
    permitted: 'permitido',
    discouraged: 'desaconsejado',
    forbidden: 'prohibido',
  },
  duties: { met: 'deber cumplido', late: 'deber cumplido tarde', missed: 'deber incumplido' },
  grave: 'grave',
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
    claim: 'Atienda la llamada. Decida. Vea cómo resulta.',
    lead: 'Usted es el oficial en la patrulla. Ve lo que hay que ver, el reloj corre y nadie le dice qué es lo correcto hasta el final.',
    take: 'Atender la llamada',
    stepsTitle: 'Cómo funciona',
    steps: [
      ['La instrucción', 'Quién es usted, dónde está, qué se sabe. Un minuto.'],
      ['La llamada', 'Radio, gente, una calle vista desde arriba. Usted actúa; el mundo sigue.'],
      [
        'El repaso',
        'Jurisdicción, límites constitucionales, multitud: cómo queda cada acto según la ley del lugar.',
      ],
    ],
    scenarios: 'Escenarios',
    minutes: (n) => `unos ${n} minutos`,
    runs: 'Sus ejercicios',
    noRuns:
      'Todavía no hay ninguno. Los ejercicios se guardan solo en esta computadora y se pueden retomar en cualquier momento.',
    reached: (clock) => `llegó a ${clock}`,
    attempt: (n) => `Intento ${n}`,
    stuck: (clock) => `llegó a ${clock}; se hizo con otra versión y no puede seguir`,
    ended: (clock) => `terminó en ${clock}`,
    damaged: 'dañado: una parte de lo guardado no se puede leer',
    resume: 'Seguir',
    debrief: 'Repaso',
    look: 'Ver lo que queda',
    forget: 'Borrar',
    forgetAsk: '¿Borrar este ejercicio?',
    forgetText: (title) => `«${title}» se borrará de esta computadora. No se puede deshacer.`,
    keep: 'Conservarlo',
    import: 'Abrir un archivo de ejercicio',
    importNote:
      'Un archivo .run.json de un repaso, o uno .runs.json con todos los ejercicios de una computadora.',
    training: 'Material de capacitación. No es asesoría legal.',
  },

  brief: {
    you: 'Su unidad',
    situation: 'Situación',
    can: 'Lo que puede hacer',
    canText: [
      'Conteste cuando alguien pregunte. Dejar pasar el tiempo también es una respuesta.',
      'Use las acciones de abajo en cualquier momento: radio, verificar, cámara, atención médica y más. Nadie se lo recordará.',
      'Cada acción toma el tiempo que indica, y mientras tanto el mundo sigue.',
    ],
    canUncued:
      'Nadie le avisa cuándo decidir. Lo que puede hacer está en Hacer. Dejar pasar el tiempo también es una respuesta.',
    judged: 'Cómo se juzga',
    judgedText:
      'Por lo que usted sabía en ese momento, en tres ejes que nunca se suman. No se dice nada hasta el repaso.',
    note: 'Antes de empezar',
    noteDetail: 'Lo que se ve, en detalle',
    settings: 'Opciones',
    start: 'Empezar',
    back: 'Todos los escenarios',
    clock: 'Reloj',
    clocks: {
      live: ['En vivo', 'El tiempo corre como en la vida. Puede poner pausa.'],
      discussion: ['Discusión', 'El tiempo espera, y avanza cuando usted actúa u oprime Esperar.'],
    },
    level: 'Nivel',
    levels: {
      guided: ['Guiado', 'Cuando alguien pregunta, usted ve respuestas entre las que elegir.'],
      'say-first': [
        'Decir primero',
        'Usted dice con sus palabras lo que haría y luego elige la respuesta más cercana.',
      ],
      uncued: [
        'Sin avisos',
        'Nadie le dice que hay algo que decidir ni cuánto tiempo tiene. Usted actúa cuando lo ve necesario.',
      ],
      coaching: [
        'Con guía',
        'El tiempo se detiene después de cada cosa que hace, y cinco preguntas le ayudan a pensarla. Sin calificación.',
      ],
    },
    pack: 'Ley del lugar',
    day: 'Ley al día',
    dayNote: 'La historia ocurre en esta fecha. Elija otra para usar la ley como era entonces.',
    time: 'Tiempo para decidir',
    times: { 100: 'Normal', 150: 'Tiempo y medio', 200: 'El doble' },
    timeNote: 'Cambia los plazos y nada más. Nunca se ve en los resultados.',
    minutes: (n) => `unos ${n} minutos`,
    date: (day, clock) => `${day}, ${clock}`,
  },

  play: {
    log: 'Registro',
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
      'La escena queda cubierta mientras el reloj está detenido, para que todos tengan el mismo tiempo de leer. Con tiempo ampliado queda a la vista.',
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
    later: 'En su primer ejercicio, usted eligió después',
    leave: 'Salir y conservar el ejercicio',
    stop: 'Terminar aquí el ejercicio',
    stopAsk: '¿Terminar aquí?',
    stopText: 'El ejercicio termina ahora. Lo que seguía abierto no se juzga.',
    stopYes: 'Terminar aquí',
    stopNo: 'Seguir',
    resumed: 'Sigue desde donde se quedó.',
    saved: 'Guardado',
    saving: 'Guardando…',
    notSaved: (why) => `No se puede guardar: ${why}`,
    saveWords: {
      quota: 'ya no hay espacio en esta computadora. Libere un poco; el ejercicio espera hasta entonces.',
      blocked:
        'este navegador no deja que las páginas guarden datos. Permítalo para esta página, o salga de la navegación privada.',
      memory:
        'este navegador no guarda nada, así que el ejercicio dura lo que dure esta página. Expórtelo desde el repaso.',
      default:
        'este navegador se negó. Puede seguir, pero al volver a cargar la página se perdería lo que no está guardado. Exporte el ejercicio desde el repaso.',
    },

    youAre: (place) => `Usted está aquí: ${place}`,
    nowhere: 'En camino',
    stand: 'Quién está dónde',
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
      medical: 'médicos',
    },
    legend: 'Leyenda',

    known: 'Qué sabe, por quién y con qué certeza',
    knownNone: 'Nada todavía. Aquí se anota lo que usted averigua y de dónde viene.',
    noted: (n) => (n === 1 ? '1 nota' : `${n} notas`),
    learnedFrom: (name, basis) => `Por: ${name}, ${basis}.`,
    did: 'Usted',
    cut: 'Interrumpido:',
    lapsed: 'No contestó:',
    words: 'Sus palabras:',
    missedAll: 'Una llamada se cortó. No se entendió nada.',
    missedPart: 'Se cortó: no se oyó todo.',
    here2: (name, own = false) => (own ? 'Usted llegó al lugar.' : `Ya está aquí: ${name}.`),

    left: (clock) => `quedan ${clock}`,
    secondsLeft: (n) => `Quedan ${n} segundos para contestar.`,
    open: (ask) => `Le preguntan: ${ask}`,
    sayLabel: 'Con sus palabras: ¿qué haría?',
    sayKeep: 'Guardar mis palabras y ver las opciones',
    sayKept: 'Sus palabras quedan guardadas. Elija lo que más se acerca.',
    waits: (what, until) =>
      `En otra tarea hasta ${until}: ${what} Esto espera; su tiempo empieza cuando quede libre.`,
    cuts: (what) => `Si contesta, interrumpe lo que está haciendo: ${what}`,
    others: 'También le esperan:',
    busy: (until) => `hasta ${until}`,
    doing: 'En otra tarea',
    waitsForAir: (until, what) => `Espera a que se libere la radio hasta ${until}. Luego: ${what}`,
    idle: 'Nadie le pregunta nada.',
    idleText: 'El tiempo sigue. Use las acciones de abajo.',
    idleWait: 'El tiempo espera. Actúe, u oprima Esperar para dejarlo pasar.',
    atOnce: 'al instante',
    goesOn: { bar: (what) => `Continúe: ${what}`, log: 'Usted continúa:' },
    nothingIn: (group) => `${group}: ahora no hay nada que pueda hacer ahí.`,

    law: 'Ley de bolsillo',
    lawNote: 'Lo que diría una tarjeta en el bolsillo de su camisa. No juzga esta llamada.',
    lawVerified: {
      read: 'leída en la fuente',
      secondary: 'de una fuente secundaria',
      memory: 'sin verificar todavía',
    },
    close: 'Cerrar',

    ended: 'El ejercicio terminó',
    stopped: 'Detenido',
    stoppedText: 'Usted dejó aquí el ejercicio. Lo que seguía abierto no se juzga.',
    nothingLeft: 'No puede pasar nada más',
    nothingLeftText: 'La historia se detuvo aquí: nadie tenía una pregunta ni nada que hacer.',
    debrief: 'Repaso',

    refusals: {
      ended: 'El ejercicio terminó.',
      'not-open': 'Ahora no puede hacer eso.',
      'too-late': 'Demasiado tarde: se acabó el tiempo para eso.',
      busy: 'Todavía está en otra tarea. Espere a terminar.',
      'in-the-past': 'El reloj ya avanzó. Inténtelo otra vez.',
      'bad-words': 'Escriba algo, en no más de 2,000 caracteres.',
      runaway: 'El escenario no puede seguir por ahí desde aquí. No se cambió nada.',
      'not-saved': 'Eso no se pudo guardar, así que no ocurrió. Inténtelo otra vez.',
    },
  },

  groups: {
    radio: 'Radio',
    verify: 'Verificar',
    camera: 'Cámara',
    medical: 'Médicos',
    perimeter: 'Perímetro',
    crowd: 'Multitud',
    note: 'Nota',
    partner: 'Compañero',
    talk: 'Hablar',
    law: 'Ley',
    do: 'Hacer',
  },

  talk: { calm: 'Con calma', firm: 'Con firmeza', rest: 'Hacer' },

  keys: {
    title: 'Teclas',
    single: 'Atajos de una sola tecla',
    singleNote: 'Apáguelos si usted dicta, o si se oprimen teclas sin querer.',
    digits: 'Elegir una respuesta de la decisión',
    space: 'Pausar o seguir',
    spaceWait: 'Dejar pasar el tiempo',
    group: (name) => `Abrir ${name}`,
    notebook: 'Ir a la libreta',
    where: 'Dónde estoy',
    decision: 'Ir a la decisión',
    law: 'Abrir la ley de bolsillo',
    help: 'Mostrar estas teclas',
    tab: 'Tab avanza, las flechas mueven dentro de la barra de acciones y los menús, Escape cierra.',
    spaceName: 'Espacio',
  },

  values: {
    identity: {
      claimed: 'dicen ser federales',
      'credential-shown': 'se mostró una credencial',
      confirmed: 'confirmado: federales',
      refuted: 'desmentido: no son federales',
    },
    lead: { named: 'dio su nombre', 'badge-logged': 'nombre y placa anotados' },
    paper: {
      described: 'descrito, no visto',
      administrative: 'una orden administrativa',
      judicial: 'un papel firmado por un juez',
    },
    purpose: {
      safety: 'seguridad',
      'immigration-arrest': 'un arresto de inmigración',
      'criminal-arrest': 'un arresto penal',
    },
    call: { explained: 'aclarada', crime: 'un delito' },
    custody: {
      'says-federal': 'dicen ellos: federal',
      federal: 'federal',
      local: 'usted',
      medics: 'paramédicos',
    },
    van: { partial: 'placa parcial', plate: 'placa leída', held: 'retenida', gone: 'se fue' },
  },

  truths: {
    team: {
      label: 'Los hombres armados eran',
      values: { federal: 'agentes federales', impostors: 'impostores' },
    },
  },

  ...reading,
  ...presence,
  ground,
  scene,
  sound,

  display: {
    title: 'Pantalla y teclas',
    language: 'Idioma',
    theme: 'Tema',
    themes: { system: 'El del sistema', dark: 'Oscuro', light: 'Claro' },
    size: 'Tamaño del texto',
    sizes: { 100: 'Normal', 115: '115 %', 130: '130 %', 150: '150 %', 200: '200 %' },
    keys: 'Atajos de una sola tecla durante el ejercicio',
    table: 'Dibujar la mesa de arena',
    tableNote: 'Sin ella, la misma información se da en palabras, igual que para los lectores de pantalla.',
  },

  trouble: { details: 'Detalles para soporte técnico', title: 'Algo salió mal' },
};
