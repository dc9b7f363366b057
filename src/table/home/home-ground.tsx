/** A picture for the first page: a street from above as the sand table draws it, with what nobody knows yet. */
import styles from './home.module.css';

/** Decoration: it says nothing that the words beside it do not. */
export function HomeGround() {
  return (
    <svg className={styles.ground} viewBox="0 16 640 396" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="home-hatch"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v8" className={styles.hatch} />
        </pattern>
      </defs>
      <path d="M0 190h640v92H0zM470 0h78v460h-78z" className={styles.road} />
      <path
        d="M0 190h470M548 190h92M0 282h470M548 282h92M470 0v190M470 282v178M548 0v190M548 282v178"
        className={styles.kerb}
      />
      <path d="M0 236h462M556 236h84M509 0v182M509 290v170" className={styles.lane} />
      <g className={styles.house}>
        <path d="M30 34h112v104h-40v18H30z" />
        <path d="M182 28h106v84h-28v26h-78z" />
        <path d="M330 44h104v94H330z" />
        <path d="M584 30h56v108h-56z" />
        <path d="M36 318h120v100H36z" />
        <path d="M200 322h100v42h36v66H200z" />
        <path d="M376 326h62v96h-62z" />
        <path d="M586 326h54v104h-54z" />
      </g>
      <path d="M168 14h134v160H168z" className={styles.yard} />
      <g className={styles.local}>
        <rect x="34" y="242" width="66" height="30" rx="9" />
        <path d="M72 242v30" />
        <circle cx="138" cy="226" r="13" />
        <circle cx="138" cy="226" r="4" className={styles.dot} />
        <circle cx="138" cy="226" r="22" className={styles.halo} />
      </g>
      <g className={styles.unknown}>
        <rect x="236" y="204" width="62" height="28" rx="6" />
        <circle cx="216" cy="190" r="12" />
        <circle cx="254" cy="180" r="12" />
        <circle cx="318" cy="208" r="12" />
        <path d="M212.500 187.500c0-5 7-5 7-.5 0 3-3.500 2.500-3.500 5.500M216 196.500h.01" />
        <path d="M250.500 177.500c0-5 7-5 7-.5 0 3-3.500 2.500-3.500 5.500M254 186.500h.01" />
        <path d="M314.500 205.500c0-5 7-5 7-.5 0 3-3.500 2.500-3.500 5.500M318 214.500h.01" />
      </g>
      <g className={styles.people}>
        <circle cx="284" cy="180" r="6.500" />
        {CROWD.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="6" />
        ))}
      </g>
    </svg>
  );
}

const CROWD = [
  [336, 296],
  [352, 304],
  [344, 316],
  [366, 294],
  [378, 308],
  [392, 298],
  [404, 312],
  [360, 322],
  [420, 300],
  [388, 324],
  [436, 312],
  [412, 328],
] as const;
