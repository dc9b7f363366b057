/** One choice among a few, each with its name and, where it needs one, a line that says what it does. */
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import styles from './choices.module.css';
import { cx } from './class-names.ts';
import controls from './controls.module.css';
import page from './page.module.css';

/** A radio group; rows are value, name, line. Hands back one of the values given. */
export function Choice<V extends string | number>(props: {
  readonly label: string;
  readonly note?: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly of: readonly (readonly (V | string | undefined)[])[];
}) {
  const chosen = (value: string) => {
    const found = props.of.find((row) => String(row[0]) === value);
    if (found) props.onChange(found[0] as V);
  };
  return (
    <RadioGroup className={cx(styles.choice)} value={String(props.value)} onChange={chosen}>
      <Label className={cx(controls.label)}>{props.label}</Label>
      <div className={styles.radios}>
        {props.of.map(([value, name, about]) => (
          <Radio key={String(value)} value={String(value)} className={cx(styles.radio)}>
            <span className={styles.knob} aria-hidden="true" />
            <span>
              {name}
              {about === undefined ? null : <small>{about}</small>}
            </span>
          </Radio>
        ))}
      </div>
      {props.note === undefined ? null : (
        <Text slot="description" className={cx(page.dim)}>
          {props.note}
        </Text>
      )}
    </RadioGroup>
  );
}
