/** Spanish words of the shell, as officers in the United States speak it. */

import type { ShellTexts } from '../en/shell.ts';
import { clock, day } from '../format.ts';
import { storage } from './storage.ts';

const fecha = (iso: string) => day(iso, 'es-US');

export const shell: ShellTexts = {
  product: 'Deconflict',
  titles: {
    loading: 'Cargando',
    home: 'Escenarios',
    brief: 'Antes de salir',
    play: 'Ejercicio',
    debrief: 'Repaso',
    compare: 'Comparar leyes',
    parts: 'Piezas',
    guide: 'Guía para autores',
    trouble: 'Algo salió mal',
  },
  loading: 'Cargando…',
  storage,

  address: {
    seed: (value, used) =>
      `«seed=${value}» en la dirección no es un número de sesión (un entero, 0 o mayor). Se usa el ${used}.`,
    clock: (value) => `No hay ningún reloj «${value}». Se usa el reloj en vivo.`,
    level: (value) => `No hay ningún nivel «${value}». Se usa el nivel guiado.`,
    pack: (value, used) => `No se conoce la ley «${value}». Se usa ${used}.`,
    asOf: (value, used) =>
      `«${value}» no es una fecha (como 2026-06-30). Se usa la ley vigente el ${fecha(used)}.`,
    lang: (value, known) =>
      known
        ? 'Este escenario todavía no está traducido a ese idioma. Se usa el inglés.'
        : `No se conoce el idioma «${value}». Se usa el inglés.`,
    extended: (value) => `«${value}» no es una opción del tiempo para decidir (1, 1.5 o 2). Se usa 1.5.`,
    run: (value) => `«${value}» no es el nombre de una sesión. Oprima Empezar para iniciar una nueva.`,
    unknownSetting: (name) => `La dirección incluye «${name}», que no es una opción. Se ignoró.`,
    twice: (name) => `La dirección repite «${name}». Se usó el primer valor.`,
    packLeftOut: (value) => `No se conoce la ley «${value}». Se omitió.`,
    dayOfRun: (value, used) =>
      `«${value}» no es una fecha (como 2026-06-30). Se usa la de la sesión, ${fecha(used)}.`,
    tooMany: (most) =>
      `No se pueden comparar más de ${most} leyes a la vez. Se muestran las primeras ${most}.`,
  },

  notices: {
    keepsNothing:
      'Este navegador no guarda nada de esta página: las sesiones se pierden al cerrarla o volver a cargarla. Para conservar una, expórtela desde su repaso.',
    imported: (title) => `Se importó la sesión de «${title}». Está en la lista de abajo.`,
    importedTwice: (title) => `Esta sesión de «${title}» ya está aquí. No se cambió nada.`,
    runGone:
      'La sesión que indica la dirección de la página no está guardada en esta computadora. Oprima Empezar para iniciar una nueva.',
    unfinished: (at) =>
      `Tiene una sesión sin terminar de este escenario con estas opciones, en el minuto ${clock(at)}.`,
    resumeIt: 'Seguir con ella',
    reasonNotKept: 'No se pudo guardar su razón. Se perderá al cerrar esta página.',
    plainHttp:
      'Esta página se abrió sin HTTPS: funciona mientras la ventana siga abierta, pero para volver a abrirla hace falta el servidor. Además, el navegador podría borrar sus sesiones; exporte las que quiera conservar.',
    newVersion: 'Hay una versión nueva lista.',
    useNewVersion: 'Usarla ahora',
    stray:
      'Algo falló en esta ventana, quizá una extensión del navegador. La página sigue funcionando; si algo no responde, vuelva a cargarla.',
    dismiss: 'Descartar',
    partly: 'Una parte de esta página todavía no está traducida y sigue en inglés.',
    nextTimeNotKept: 'No se pudo guardar su lista. Se perderá al cerrar esta página.',
    declineNotKept: 'No se pudo guardar su decisión de no dar una razón. Se le preguntará otra vez.',
    notSealed:
      'El resultado no se pudo guardar junto con la sesión. Se calcula de nuevo cada vez que la abre.',
  },

  pauses: {
    asked: null,
    resumed: null,
    hidden: 'En pausa porque esta página no estaba a la vista.',
    slept: 'En pausa porque la computadora estaba en reposo. Ese tiempo no contó.',
    trouble: null,
  },

  saving: {
    conflict: {
      title: 'Esta sesión siguió en otra pestaña',
      text: 'Dos pestañas no pueden llevar la misma sesión. Esta se detuvo antes de escribir nada; no se perdió nada de lo guardado. Siga aquí desde donde está la otra, o vuelva a ella.',
    },
    full: {
      title: 'No hay espacio para guardar',
      text: 'La computadora ya no tiene espacio para esta página, así que el ejercicio se detuvo en el último punto guardado. Libere espacio y vuelva a intentarlo, o siga sin guardar.',
    },
    forbidden: {
      title: 'Este navegador no permite guardar',
      text: 'El ejercicio se detuvo en el último punto guardado. Permita que esta página guarde datos y vuelva a intentarlo, o siga sin guardar.',
    },
    gone: {
      title: 'Esta sesión se borró',
      text: 'Alguien borró esta sesión, quizá en otra pestaña o en la configuración del navegador. Esta pestaña todavía la tiene completa: guárdela otra vez, o siga sin guardar.',
    },
    blocked: {
      title: 'Otra pestaña no deja guardar',
      text: 'Una pestaña con otra versión de esta página no deja que esta guarde, así que el ejercicio se detuvo en el último punto guardado. Cierre esa pestaña y vuelva a intentarlo, o siga sin guardar.',
    },
    slow: {
      title: 'La sesión está tardando demasiado en guardarse',
      text: 'El almacenamiento del navegador no responde, así que el ejercicio se detuvo en el último punto guardado. Vuelva a intentarlo o siga sin guardar.',
    },
    newer: {
      title: 'Otra pestaña abrió una versión más nueva',
      text: 'Una versión más nueva de esta página ya usa sus sesiones guardadas, y esta, más antigua, no debe cambiarlas. Todo lo que hizo hasta aquí está guardado: vuelva a cargar la página y retome la sesión, o siga sin guardar.',
    },
    broken: {
      title: 'No se pudo guardar',
      text: 'El almacenamiento del navegador dejó de responder, así que el ejercicio se detuvo en el último punto guardado. Vuelva a intentarlo o siga sin guardar.',
    },
    damaged: {
      title: 'La sesión guardada está dañada',
      text: 'Lo que devolvió el navegador no es la sesión completa. Puede seguir sin guardar con lo que hay en esta página.',
    },
    replay: {
      title: 'La sesión guardada no coincide',
      text: 'Otra versión de esta página escribió parte de esta sesión. Vuelva a cargar la página o siga sin guardar.',
    },
    taken: {
      title: 'No se pudo guardar',
      text: 'La sesión no se pudo guardar. Vuelva a intentarlo o siga sin guardar.',
    },
  },

  ways: {
    goOn: 'Seguir',
    home: 'Todos los escenarios',
    again: 'Volver a intentarlo',
    reload: 'Volver a cargar la página',
    here: 'Seguir aquí',
    resume: 'Seguir con la sesión',
    without: 'Seguir sin guardar',
    keepAgain: 'Guardarla otra vez',
    export: 'Exportar sesión',
    forget: 'Borrar esta sesión',
    anew: 'Empezar una sesión nueva',
  },

  trouble: {
    nowhere: {
      title: 'No hay nada en esta dirección',
      text: 'Puede que la dirección esté mal escrita o que lleve a una parte que todavía no existe.',
    },
    unknownScenario: (id) => ({
      title: 'No existe ese escenario',
      text: `Aquí no hay ningún escenario «${id}». Puede que haya cambiado de nombre o que la dirección esté mal escrita.`,
    }),
    unknownRun: {
      title: 'No existe esa sesión',
      text: 'Esta sesión no está guardada en esta computadora. Las sesiones se quedan en el navegador donde se hicieron; abra el archivo de la sesión para leerla aquí.',
    },
    unfinished: {
      title: 'Esta sesión no ha terminado',
      text: 'El repaso se puede leer cuando termina el ejercicio.',
    },
    damagedRun: {
      title: 'Esta sesión está dañada',
      text: 'Ya no se puede leer lo que se guardó de ella. Solo se puede borrar; sus demás sesiones siguen intactas.',
    },
    otherVersion: {
      title: 'Esta sesión se hizo con otra versión',
      text: 'El escenario o el programa ha cambiado desde entonces, así que la sesión no se puede reproducir exactamente como fue. No se cambió nada. Puede exportarla tal como está.',
    },
    doesNotReplay: (seq) => ({
      title: 'Esta sesión no se puede reproducir',
      text: `Al reproducirla, no coincide con lo guardado a partir de la entrada ${seq}. La sesión guardada se alteró o se dañó. Puede exportarla tal como está.`,
    }),
    notLoaded: {
      title: 'Una parte de la página no se cargó',
      text: 'Puede que se haya cortado la conexión o que se haya instalado una versión nueva. Vuelva a cargar la página; las sesiones guardadas siguen intactas.',
    },
    fault: {
      title: 'Algo falló',
      text: 'Es un error nuestro. Las sesiones guardadas siguen intactas: vuelva a cargar la página y siga donde estaba.',
    },
  },

  refusedImport: {
    'too-big': () => 'Ese archivo es demasiado grande para ser una sesión. No se importó nada.',
    unreadable: () => 'Ese archivo no se pudo leer. No se importó nada.',
    'not-utf8': (line) =>
      `Ese archivo no es el texto UTF-8 que se exportó: la línea ${line} tiene bytes que no forman ningún carácter. Puede que un editor lo haya guardado con otra codificación; exporte la sesión otra vez. No se importó nada.`,
    'not-a-run': () => 'Ese archivo no es una sesión, o está cortado o dañado. No se importó nada.',
    'unknown-scenario': (why) => `La sesión es del escenario «${why}», que no está aquí. No se importó nada.`,
    'other-version': () =>
      'La sesión se hizo con otra versión de su escenario o del programa, así que aquí no se puede comprobar. No se importó nada.',
    'does-not-replay': (why) =>
      `Al reproducirla, la sesión no coincide con el archivo a partir de la entrada ${why}: el archivo se alteró o se dañó. No se importó nada.`,
    'not-kept': () => 'La sesión está bien, pero no se pudo guardar en esta computadora. No se importó nada.',
  },
};
