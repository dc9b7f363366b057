/** Spanish words of the levels, the radio builder, pocket law and keys of one's own. */
import type { PresenceTexts } from '../en/presence.ts';

export const presence: PresenceTexts = {
  uncued: {
    idle: 'La llamada está a su cargo.',
    idleText: 'Nadie le avisa y el tiempo sigue. Mire, escuche y use las acciones de abajo.',
    idleWait: 'Nadie le avisa. Use las acciones de abajo, u oprima Esperar para dejar pasar el tiempo.',
    always: {
      look: 'Mirar alrededor.',
      notes: 'Leer sus notas.',
      card: 'Sacar la tarjeta de bolsillo.',
      wait: 'Dejar pasar el tiempo.',
    },
  },

  coaching: {
    mark: 'Con guía: no se califica',
    markWhy:
      'El tiempo se detuvo después de cada decisión, así que esto es práctica. Estos resultados no lo califican.',
    title: 'Deténgase a pensar',
    frozen:
      'El reloj está detenido. Lo que escriba no se juzga ni se guarda: se borra al salir de la página.',
    step: (n, of) => `Paso ${n} de ${of}`,
    steps: [
      {
        name: 'Reunir información',
        asks: ['¿Qué sabe y quién se lo dijo?', '¿Qué le falta saber y quién se lo puede decir?'],
      },
      {
        name: 'Evaluar la situación, las amenazas y los riesgos',
        asks: [
          '¿Quién puede salir herido ahora y cómo?',
          '¿Qué tan seguro está? ¿Hay tiempo para averiguar más?',
        ],
      },
      {
        name: 'Considerar sus facultades y las normas de su agencia',
        asks: [
          '¿Qué puede hacer aquí? ¿Qué debe hacer? ¿Qué tiene prohibido?',
          '¿Quién decide esto: usted u otra persona?',
        ],
      },
      {
        name: 'Ver las opciones y elegir la mejor',
        asks: ['¿Qué podría hacer ahora y a qué llevaría cada opción?', '¿Cuál elegiría y por qué?'],
      },
      {
        name: 'Actuar, revisar y volver a evaluar',
        asks: [
          '¿Qué buscaba con lo que acaba de hacer? ¿Lo logró?',
          '¿Qué va a mirar primero cuando el tiempo corra otra vez?',
        ],
      },
    ],
    justDid: 'Lo que acaba de hacer',
    cameBack: 'Qué pasó después',
    nothingBack: 'Nada todavía.',
    knows: 'Lo que sabe',
    stand: 'Dónde está cada quien',
    cards: 'Su tarjeta de bolsillo',
    cardsNone: 'Su tarjeta está vacía.',
    asked: 'Le preguntan',
    options: 'Lo que puede hacer ahora',
    wrote: 'La vez pasada escribió',
    own: 'Con sus palabras (opcional)',
    next: 'Paso siguiente',
    back: 'Paso anterior',
    goOn: 'Seguir con la llamada',
    source: 'Los cinco pasos son el modelo de decisiones críticas (CDM) del Police Executive Research Forum.',
  },

  builder: {
    open: 'Armar un mensaje…',
    title: 'Armar un mensaje de radio',
    lead: 'Elija las palabras, lea el mensaje una vez y envíelo. Control atiende lo que usted pide.',
    who: 'A quién llama',
    where: 'Dónde',
    what: 'Qué pasa',
    need: 'Qué necesita',
    none: '(omitir)',
    pick: 'Elija…',
    style: 'Palabras',
    styles: { plain: 'Palabras sencillas', codes: 'Claves de radio' },
    said: 'Usted dirá',
    length: (seconds) => `Unos ${seconds} s para decirlo`,
    takes: (clock) => `${clock} al aire`,
    choose: 'Elija qué necesita. Sin eso no hay nada que enviar.',
    gone: 'Eso no se puede pedir ahora. Elija otra cosa.',
    send: 'Enviar',
  },

  lawTime: {
    questions: {
      stop: '¿Puedo parar o retener a alguien, o retener la van?',
      force: '¿Puedo usar la fuerza o intervenir si ellos la usan?',
      house: '¿Puedo entrar a la casa? ¿Pueden ellos?',
      who: '¿Cómo averiguo quiénes son?',
      help: '¿Puedo ayudarles o estorbarles?',
      names: '¿Puedo consultar nombres o preguntar por papeles?',
      film: '¿Puede grabar la gente? ¿Y mi cámara?',
      crowd: '¿Puedo mover a la gente? ¿Qué puedo decirle?',
      hurt: 'Alguien está herido o solo: ¿qué me toca hacer?',
      record: '¿Qué anoto y a quién le aviso?',
    },
    other: '¿Qué más dice la tarjeta?',
    live: 'El tiempo sigue mientras lee.',
    paused: 'El reloj está en pausa.',
    discussion: 'Cada tarjeta que abre toma el tiempo que se tarda en leerla.',
    costs: (time) => `toma ${time}`,
    asked: 'Alguien lo necesita. Usted levanta la vista de la tarjeta.',
  },

  rebind: {
    title: 'Sus teclas',
    change: (what, key) => `${what}: ${key}. Oprima para cambiarla.`,
    press: 'Oprima la tecla nueva, o Escape para dejar la de antes.',
    taken: (key, what) => `${key} ya se usa para esto: ${what}. No se cambió nada.`,
    digit: 'Los números sirven para elegir respuestas y no se pueden cambiar. No se cambió nada.',
    notOne: 'Aquí solo sirve una letra, un signo o Espacio. No se cambió nada.',
    set: (what, key) => `${what}: ahora ${key}.`,
    reset: 'Restablecer las teclas',
    wasReset: 'Las teclas quedaron como al principio.',
    table: 'Ir al mapa',
    mute: 'Encender o apagar el sonido',
    doGroup: 'Abrir Responder',
  },
};
