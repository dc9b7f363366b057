/** The few controls every screen uses: button, mark, notices, confirming dialog. */
import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  Dialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components';
import type { Notice } from '../props/screen-props.ts';
import { useDesk } from '../words/desk-words.ts';
import { cx } from './class-names.ts';
import styles from './controls.module.css';

/** What a button is for: the one main thing, an ordinary one, one among many, one that destroys. */
type Weight = 'primary' | 'plain' | 'quiet' | 'danger';
type Props = Omit<ButtonProps, 'className'> & {
  readonly weight?: Weight;
  readonly small?: boolean;
  readonly 'data-part'?: string;
};

/** A button in one of four weights; at least 28 px high. */
export function Button({ weight = 'plain', small = false, ...rest }: Props) {
  return (
    <AriaButton
      {...rest}
      className={cx(styles.button, weight !== 'plain' && styles[weight], small && styles.small)}
    />
  );
}

/** A key as it is printed on a button; hidden from screen readers, which hear it from the dialog "Keys". */
export function KeyCap({ of }: { readonly of: string | number }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {of}
    </span>
  );
}

/** The product's name as it is drawn. */
export function Mark() {
  const desk = useDesk();
  const [a, b, c] = desk.mark;
  return (
    <span style={MARK}>
      {a}
      <span style={{ color: 'var(--local)' }}>{b}</span>
      {c}
    </span>
  );
}

/** Stays in one piece; only a name that is longer than any bar breaks. */
const MARK = {
  display: 'inline-block',
  flexShrink: 0,
  maxWidth: '12em',
  overflowWrap: 'break-word',
  fontWeight: 700,
  letterSpacing: '0.04em',
} as const;

/** Sentences the person should read, in the order given; nothing if there are none. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <div role="status" style={{ display: 'grid', gap: 8 }}>
      {notices.map((notice) => (
        <p key={notice.text} className={cx(styles.notice, notice.tone === 'warning' && styles.warning)}>
          {notice.text}
        </p>
      ))}
    </div>
  );
}

/** A dialog that asks before something that cannot be undone. Controlled, so that a menu can open it. */
export function Confirm(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}) {
  return (
    <ModalOverlay
      isOpen={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog role="alertdialog">
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          <p>{props.text}</p>
          <div className={styles.row}>
            <Button
              weight="danger"
              onPress={() => {
                props.onClose();
                props.onYes();
              }}
            >
              {props.yes}
            </Button>
            <Button autoFocus onPress={props.onClose}>
              {props.no}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A button that opens a confirming dialog of its own. */
export function ConfirmButton(props: {
  readonly label: string;
  readonly describedBy?: string;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        small
        weight="quiet"
        onPress={() => setOpen(true)}
        {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      >
        {props.label}
      </Button>
      <Confirm {...props} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** A dialog over the page with a title and a way out: Escape, outside, or the button at its foot. */
export function TitledDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The children bring the row of buttons themselves, Close among them. */
  readonly bare?: boolean;
}) {
  const desk = useDesk();
  return (
    <ModalOverlay
      isOpen={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
      className={cx(styles.veil)}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog>
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
          {props.bare === true ? null : (
            <div className={styles.row}>
              <Button onPress={props.onClose}>{desk.play.close}</Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
