/** Spanish words for a browser's storage that cannot be opened, and for runs of another version. */
import type { StorageTexts } from '../en/storage.ts';

export const storage: StorageTexts = {
  trouble: {
    blocked: {
      title: 'Otra pestaña retiene sus sesiones guardadas',
      text: 'Otra pestaña tiene abierta una versión anterior de esta página y no deja usar sus sesiones guardadas. Cierre esa pestaña y esta página seguirá sola. O siga sin guardar: sus sesiones guardadas quedan como están, y las nuevas se pierden al cerrar la página.',
    },
    slow: {
      title: 'No se cargan las sesiones guardadas',
      text: 'Este navegador no responde cuando se le piden sus sesiones guardadas. Si llega a responder, esta página seguirá sola. Puede volver a intentarlo o seguir sin guardar; en ese caso, las sesiones nuevas se pierden al cerrar la página.',
    },
    newer: {
      title: 'Una versión más nueva de esta página guardó sus sesiones',
      text: 'Una versión más nueva de esta página guardó sus sesiones, y esta, más antigua, no debe cambiarlas. Cierre todas las pestañas de esta página y vuelva a abrirla para tener la nueva, o vuelva a intentarlo. Si sigue sin guardar, las sesiones nuevas se pierden al cerrar la página.',
    },
    forbidden: {
      title: 'Este navegador no permite guardar',
      text: 'Este navegador no deja que la página guarde nada; esto pasa en una ventana privada o cuando se bloquean los datos del sitio. Permítalo y vuelva a intentarlo, o siga sin guardar.',
    },
    full: {
      title: 'No hay espacio para guardar',
      text: 'La computadora ya no tiene espacio para esta página, así que no se pueden abrir sus sesiones guardadas. Libere espacio y vuelva a intentarlo, o siga sin guardar; en ese caso, las sesiones nuevas se pierden al cerrar la página.',
    },
    broken: {
      title: 'No se pueden abrir las sesiones guardadas',
      text: 'Este navegador reporta un error en los datos guardados de esta página. Vuelva a intentarlo o reinicie el navegador. Si sigue sin guardar, las sesiones nuevas se pierden al cerrar la página.',
    },
    taken: {
      title: 'Otra pestaña abrió una versión más nueva',
      text: 'Una versión más nueva de esta página está abierta en otra pestaña y ya usa sus sesiones guardadas, así que esta pestaña ya no puede guardar. No se perdió nada de lo guardado. Vuelva a intentarlo para abrirlas aquí.',
    },
    deleted: {
      title: 'Se borraron sus datos guardados',
      text: 'Se borraron los datos guardados de esta página, quizá en la configuración del navegador. Vuelva a intentarlo para seguir sin ellos.',
    },
  },
  unchecked:
    'Esta sesión llegó en un archivo y aquí no se pudo reproducir, así que se muestra como está en el archivo. Nadie aquí puede confirmar que se haya hecho así.',
  reading: {
    title: (name) => `Leyendo ${name}`,
    text: 'Las sesiones del archivo se reproducen y se comparan antes de guardarlas.',
    share: 'Avance',
    cancel: 'Cancelar',
    cancelled: 'No se importó nada.',
  },
  allRuns: 'Exportar todas las sesiones',
  allRunsNote: 'Un solo archivo con todas, para guardarlo o abrirlo en otro dispositivo.',
  exportedAll: (runs, left) =>
    `${runs === 1 ? 'Se exportó una sesión' : `Se exportaron ${runs} sesiones`} a un archivo.${left === 0 ? '' : ` ${left === 1 ? 'Una está dañada y quedó' : `${left} están dañadas y quedaron`} fuera.`}`,
  importedAll: (taken, twice, refused) =>
    [
      taken === 1 ? 'Se importó una sesión.' : `Se importaron ${taken} sesiones.`,
      ...(twice === 0 ? [] : [twice === 1 ? 'Una ya estaba aquí.' : `${twice} ya estaban aquí.`]),
      ...(refused === 0
        ? []
        : [refused === 1 ? 'Una está dañada y quedó fuera.' : `${refused} están dañadas y quedaron fuera.`]),
    ].join(' '),
  goingOn: (unfinished, stopped) =>
    unfinished === 0
      ? 'Sus repasos quedan como están.'
      : stopped === null
        ? 'Todavía no se puede saber si sus sesiones sin terminar podrán seguir con la versión nueva. Sus repasos quedan como están.'
        : stopped === 0
          ? `${unfinished === 1 ? 'Su sesión sin terminar podrá seguir' : `Sus ${unfinished} sesiones sin terminar podrán seguir`} con la versión nueva, y sus repasos quedan como están.`
          : `${unfinished === 1 ? 'Su sesión sin terminar' : `${stopped} de sus ${unfinished} sesiones sin terminar`} no ${stopped === 1 ? 'podrá' : 'podrán'} seguir con la versión nueva; ${stopped === 1 ? 'termínela' : 'termínelas'} antes si quiere. Sus repasos quedan como están.`,
  inMemory: 'Seguir sin guardar',
  version: (name) => `Versión ${name} de esta llamada.`,
  provenance: {
    own: 'Esta página ya tiene una versión más nueva de la llamada o de su ley. La sesión se muestra, se reproduce y se juzga con las versiones con que se hizo.',
    shown:
      'Esta página ya tiene una versión más nueva de la llamada o de su ley. El repaso queda como se mostró la primera vez.',
    sealed:
      'Esta página ya no puede llegar a los mismos hallazgos, así que muestra los que se guardaron al terminar la sesión, con la redacción de hoy. Se omite lo que pudo haber sabido y quién supo qué.',
    'by-now':
      'La ley de esa versión no se guardó, así que la sesión se juzga con la ley que tiene esta página.',
  },
};
