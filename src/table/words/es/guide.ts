/** Spanish words around the author's guide. */
import type { GuideTexts } from '../en/guide.ts';

export const guide: GuideTexts = {
  contents: 'Capítulos',
  back: 'Todos los escenarios',
  language: 'La guía está en inglés, como los avisos del programa y las citas legales.',
  uses: {
    type: 'Escriba en la terminal',
    fails: 'Escriba en la terminal',
    stays: 'Escriba en la terminal',
    says: 'Responde',
    part: 'Está en',
    find: 'Busque en',
    write: 'Escriba en su lugar',
    below: 'Escriba debajo',
    end: 'Escriba al final de',
    whole: 'Escriba en el archivo nuevo',
    wrong: 'Error en',
    right: 'Escriba en su lugar',
  },
  copy: 'Copiar',
  copied: 'Copiado.',
  marked: 'Este navegador no deja copiar desde la página. El texto ya está seleccionado: oprima Ctrl+C.',

  door: {
    home: {
      title: 'Escriba su propio escenario',
      text: 'Para instructores: de cero a un escenario que su gente pueda jugar, sin programar. Reserve una hora.',
      link: 'Abrir la guía',
    },
    layer: {
      text: '¿Su departamento tiene su propio manual? Puede agregarlo aquí como una ley más:',
      link: 'cómo escribirlo',
    },
  },
};
