/** Spanish words for every value of the facts that law reads, as the notebook says them. */
const THREATS = {
  none: 'ninguna',
  passive: 'pasiva',
  active: 'activa',
  assaultive: 'agresiva',
  deadly: 'letal',
};

export const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identity: {
    unknown: 'no se sabe',
    claimed: 'dicen ser federales',
    'credential-shown': 'se mostró una credencial',
    confirmed: 'confirmado: federales',
    refuted: 'desmentido: no son federales',
  },
  lead: { unnamed: 'sin nombre', named: 'dio su nombre', 'badge-logged': 'nombre y placa anotados' },
  paper: {
    'not-seen': 'no lo ha visto',
    described: 'descrito, no visto',
    administrative: 'un papel firmado por una agencia, no por un juez',
    judicial: 'un papel firmado por un juez',
  },
  purpose: {
    unstated: 'no lo han dicho',
    safety: 'seguridad',
    'immigration-arrest': 'un arresto de inmigración',
    'criminal-arrest': 'un arresto por un delito',
  },
  threat: THREATS,
  'crowd-threat': THREATS,
  call: { open: 'sin aclarar', explained: 'aclarada', crime: 'un delito' },
  injury: {
    none: 'nadie',
    reported: 'reportan a alguien herido',
    seen: 'usted vio a la persona herida',
    treated: 'ya atienden a la persona herida',
  },
  custody: {
    unknown: 'no se sabe',
    'says-federal': 'federales, según ellos',
    federal: 'agentes federales',
    local: 'usted',
    medics: 'paramédicos',
  },
  delegation: {
    none: 'ninguna',
    'task-force': 'como oficial del grupo operativo',
    'federal-officer': 'como agente federal',
  },
  claim: {
    none: 'nada',
    heard: 'usted lo oyó',
    'passed-on': 'usted lo transmitió',
    checked: 'se verificó',
  },
  child: {
    unseen: 'no se le ha visto',
    alone: 'sin nadie que la cuide',
    'with-officer': 'con un oficial',
    placed: 'con alguien que la cuida',
  },
  caregiver: { unknown: 'no se sabe', named: 'se sabe el nombre', logged: 'el nombre está anotado' },
  van: { partial: 'placas incompletas', plate: 'placas leídas', held: 'retenida', gone: 'se fue' },
  exits: { open: 'abiertas', narrowed: 'se van cerrando', blocked: 'bloqueadas' },
};
