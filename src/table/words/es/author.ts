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
  checking: 'Todavía se están revisando los planes, la ley y la prueba.',
  broken:
    'Los archivos guardados no se pueden jugar. Esta página sigue con la última versión que sí se podía.',
  silent: 'No hay conexión con el programa que vigila los archivos. Esta página sigue sin él.',
  wentOn: (at) => `El escenario cambió. La sesión sigue con el nuevo desde el minuto ${clock(at)}.`,
  follows: 'El escenario cambió. Esta página ya muestra el nuevo.',
  refused: (at, did) => `En el minuto ${clock(at)}, «${did}» ya no coincide con el escenario, que cambió.`,
  lost: 'No se pierde nada: la sesión queda guardada como estaba.',
  wait: 'Esperar',
  stop: 'Salir del ejercicio',
  why: {
    gone: 'Ya no está en el escenario.',
    'not-open': 'Ya no está disponible en ese momento.',
    'too-late': 'Para entonces ya se acabó el tiempo.',
    busy: 'Para entonces el puesto sigue ocupado.',
    ended: 'Para entonces ya terminó el ejercicio.',
    'in-the-past': 'Para entonces ese momento ya pasó.',
    'bad-words': 'Las palabras que contiene ya no se aceptan.',
    runaway: 'Ahí el escenario nunca se detiene: algo en él se activa a sí mismo.',
    seat: 'El puesto de esta sesión ya no lo puede jugar una sola persona.',
    start: 'Con el cambio, el escenario entra en un ciclo sin fin al comenzar.',
  },
  ways: {
    goOn: (at) => `Seguir desde ${clock(at)}`,
    again: 'Empezar de nuevo',
    stay: 'Quedarse en la sesión como estaba',
  },
};
