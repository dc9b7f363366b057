/** Spanish words for a browser's storage that cannot be opened, and for runs of another version. */
import type { StorageTexts } from '../en/storage.ts';

export const storage: StorageTexts = {
  trouble: {
    blocked: {
      title: 'Otra pestaña retiene sus ejercicios guardados',
      text: 'Hay abierta una pestaña con una versión anterior de esta página que no suelta lo guardado. Ciérrela y esta página seguirá sola. O siga en memoria: sus ejercicios guardados quedan como están, y los nuevos se pierden al cerrar la página.',
    },
    slow: {
      title: 'Los ejercicios guardados no responden',
      text: 'Este navegador no responde cuando se le piden sus ejercicios guardados. Si llega a responder, esta página seguirá sola. Puede volver a intentarlo o seguir en memoria; los ejercicios nuevos se pierden entonces al cerrar la página.',
    },
    newer: {
      title: 'Una versión más nueva de esta página guardó sus ejercicios',
      text: 'Sus ejercicios los guardó una versión más nueva de esta página, y esta, más antigua, no debe cambiarlos. Cierre todas sus pestañas y vuelva a abrir la página para tener la nueva, o vuelva a intentarlo. Si sigue en memoria, los ejercicios nuevos se pierden al cerrar la página.',
    },
    forbidden: {
      title: 'Este navegador no permite guardar',
      text: 'Este navegador no deja que la página guarde nada, como en una ventana privada o cuando se bloquean los datos del sitio. Permítalo y vuelva a intentarlo, o siga en memoria.',
    },
    full: {
      title: 'No hay espacio para guardar',
      text: 'La computadora ya no tiene espacio para esta página, así que no se pueden abrir sus ejercicios guardados. Libere espacio y vuelva a intentarlo, o siga en memoria; los ejercicios nuevos se pierden entonces al cerrar la página.',
    },
    broken: {
      title: 'No se pueden abrir los ejercicios guardados',
      text: 'Este navegador informa de un error en lo que guarda para esta página. Vuelva a intentarlo o reinicie el navegador. Si sigue en memoria, los ejercicios nuevos se pierden al cerrar la página.',
    },
    taken: {
      title: 'Otra pestaña abrió una versión más nueva',
      text: 'Una versión más nueva de esta página está abierta en otra pestaña y tomó sus ejercicios guardados, así que esta ya no puede guardar. No se perdió nada de lo guardado. Vuelva a intentarlo para abrirlos aquí.',
    },
    deleted: {
      title: 'Se borró lo que estaba guardado',
      text: 'Se borraron los datos guardados de esta página, quizá en los ajustes del navegador. Vuelva a intentarlo para seguir sin ellos.',
    },
  },
  unchecked:
    'Este ejercicio llegó en un archivo y aquí no se pudo repetir, así que se muestra como está en el archivo. Nadie aquí puede asegurar que de verdad se hizo así.',
  reading: {
    title: (name) => `Leyendo ${name}`,
    text: 'Los ejercicios del archivo se repiten y se comparan antes de guardarlos.',
    share: 'Hecho hasta ahora',
    cancel: 'Cancelar',
    cancelled: 'No se recibió nada.',
  },
  allRuns: 'Exportar todos los ejercicios',
  allRunsNote: 'Un solo archivo con todos, para guardarlo o abrirlo en otra computadora.',
  exportedAll: (runs, left) =>
    `${runs === 1 ? 'Se puso un ejercicio' : `Se pusieron ${runs} ejercicios`} en un archivo.${left === 0 ? '' : ` ${left === 1 ? 'Uno está dañado y quedó' : `${left} están dañados y quedaron`} fuera.`}`,
  importedAll: (taken, twice, refused) =>
    [
      taken === 1 ? 'Se recibió un ejercicio.' : `Se recibieron ${taken} ejercicios.`,
      ...(twice === 0 ? [] : [twice === 1 ? 'Uno ya estaba aquí.' : `${twice} ya estaban aquí.`]),
      ...(refused === 0
        ? []
        : [refused === 1 ? 'Uno está dañado y quedó fuera.' : `${refused} están dañados y quedaron fuera.`]),
    ].join(' '),
  goingOn: (unfinished, stopped) =>
    unfinished === 0
      ? 'Sus repasos quedan como están.'
      : stopped === null
        ? 'Ahora no se puede saber si sus ejercicios sin terminar seguirán después. Sus repasos quedan como están.'
        : stopped === 0
          ? `${unfinished === 1 ? 'Su ejercicio sin terminar sigue' : `Sus ${unfinished} ejercicios sin terminar siguen`} después, y sus repasos quedan como están.`
          : `${stopped === 1 ? 'Un ejercicio sin terminar' : `${stopped} ejercicios sin terminar`} de ${unfinished} no ${stopped === 1 ? 'puede' : 'pueden'} seguir después; termínelos antes si quiere. Sus repasos quedan como están.`,
  inMemory: 'Seguir en memoria',
  version: (name) => `Versión ${name} de este caso.`,
  provenance: {
    own: 'Esta página ya tiene una versión más nueva del caso o de su ley. El ejercicio se muestra, se repite y se valora con las que se usaron.',
    shown:
      'Esta página ya tiene una versión más nueva del caso o de su ley. El repaso queda como se mostró la primera vez.',
    sealed:
      'Esta página ya no puede llegar a los mismos resultados, así que quedan como se sellaron al terminar el ejercicio; las palabras son las de hoy. Lo que pudo haber sabido y quién sabía qué se omiten.',
    'by-now': 'La ley de esa versión no se guardó, así que el ejercicio se valora con la ley de esta página.',
  },
};
