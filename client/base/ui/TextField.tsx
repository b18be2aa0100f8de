import type { ReactNode, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/** A field for words. `lines` makes it as high as so many lines; `hint` stands beside the label, `help` below. */
export function TextField({
  label,
  hint,
  help,
  fault,
  value,
  onChange,
  type = 'text',
  lines,
  isSerif,
  isRequired,
  isDisabled,
  isReadOnly,
  autoComplete,
  autoFocus,
  maxLength,
  name,
  isLabelHidden,
  placeholder,
  dir,
  lang,
  ref,
}: {
  label: string;
  hint?: ReactNode;
  help?: ReactNode;
  /** What is wrong with the words, and how to mend it. */
  fault?: string | null;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'search' | 'url';
  lines?: number;
  /** Words that go into the text under review are set as the text is. */
  isSerif?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoComplete?: string;
  autoFocus?: boolean;
  maxLength?: number;
  name?: string;
  isLabelHidden?: boolean;
  /** An example of the words; never in the place of the label. */
  placeholder?: string;
  dir?: 'auto' | 'ltr' | 'rtl';
  lang?: string;
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}) {
  const look = isSerif ? 'inp serif' : 'inp';
  return (
    <AriaTextField
      {...{ value, onChange, type, isRequired, isDisabled, isReadOnly, autoComplete, autoFocus, maxLength, name }}
      isInvalid={Boolean(fault)}
      validationBehavior="aria"
      className="field"
    >
      <Label className={isLabelHidden ? 'vh' : 'fl'}>
        {label}
        {hint && <small> {hint}</small>}
      </Label>
      {lines === undefined ? (
        <Input ref={ref} placeholder={placeholder} className={look} dir={dir} lang={lang} />
      ) : (
        <TextArea ref={ref} placeholder={placeholder} className={look} rows={lines} dir={dir ?? 'auto'} lang={lang} />
      )}
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="fault">
        <Icon name="warn" />
        <span>{fault}</span>
      </FieldError>
    </AriaTextField>
  );
}
