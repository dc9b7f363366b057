/** Spanish words of the strip that only an author's page has. */

import type { AuthorTexts } from '../en/author.ts';
import { clock } from '../format.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const author: AuthorTexts = {
  strip: 'Autor',
  none: 'No se encontraron problemas.',
  some: (errors, warnings) =>
    `${counted(errors, 'error', 'errores')}, ${counted(warnings, 'advertencia', 'advertencias')}`,
  problems: 'Problemas',
  severity: { error: 'error', warning: 'advertencia' },
  checking: 'Todavía se revisan los planes, la ley y la prueba.',
  broken: 'Lo que se guardó no se puede jugar. Esta página sigue con lo último que sí se pudo.',
  silent: 'No hay conexión con el programa que vigila los archivos. Esta página sigue sin él.',
  wentOn: (at) => `El escenario cambió. La sesión sigue con él desde ${clock(at)}.`,
  follows: 'El escenario cambió. Esta página lo sigue.',
  refused: (at, did) => `Con el cambio, esta sesión ya no puede seguir desde ${clock(at)}: «${did}».`,
  lost: 'No se pierde nada: la sesión queda guardada como estaba.',
  wait: 'Esperar',
  stop: 'Salir del ejercicio',
  why: {
    gone: 'Ya no está en el escenario.',
    'not-open': 'Ya no está abierto en ese momento.',
    'too-late': 'Para entonces ya pasó su tiempo.',
    busy: 'Para entonces el puesto sigue ocupado.',
    ended: 'Para entonces ya terminó.',
    'in-the-past': 'Ese momento ya pasó.',
    'bad-words': 'Las palabras que contiene ya no se aceptan.',
    runaway: 'Ahí el escenario nunca se detiene: algo se llama a sí mismo.',
    seat: 'El puesto de esta sesión ya no lo juega una sola persona.',
    start: 'El escenario cambiado nunca se detiene al comenzar.',
  },
  ways: {
    goOn: (at) => `Seguir desde ${clock(at)}`,
    again: 'Empezar de nuevo',
    stay: 'Quedarse en la sesión como estaba',
  },
};
