import type { Organisation } from '../../shared/groups/contract.ts';
import { receivedBy } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { ComboField } from '../base/ui/ComboField.tsx';
import { DateTimeField } from '../base/ui/DateTimeField.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import type { DraftWords } from './drafts.ts';
import { useSetting } from './setting.ts';

/**
 * A point that came by e-mail, by letter or in the room, written down by the secretariat: who says it, how it
 * came, and when it was received. That instant decides whether it was in time.
 */
export function OnBehalfFields({
  value,
  onChange,
  organisations,
  missing,
}: {
  value: DraftWords['onBehalf'];
  onChange: (value: DraftWords['onBehalf']) => void;
  organisations: readonly Organisation[];
  missing: string | null;
}) {
  const say = useLanguage();
  const { zone, place } = useSetting();
  const fault = missing === 'organisation' || missing === 'received' ? say(`threads.missing.${missing}`) : null;
  return (
    <div className="behalf">
      <Checkbox
        isSelected={value !== null}
        onChange={(isOn) =>
          onChange(isOn ? { organisationId: null, name: '', by: 'email', receivedAt: new Date().toISOString() } : null)
        }
        hint={value === null ? undefined : say('threads.behalf.hint')}
      >
        {say('threads.behalf.on')}
      </Checkbox>
      {value && (
        <div className="stack">
          <ComboField
            label={say('threads.behalf.organisation')}
            value={value.organisationId}
            onChange={(organisationId) => onChange({ ...value, organisationId })}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField
            label={say('threads.behalf.name')}
            hint={say('threads.behalf.optional')}
            value={value.name}
            onChange={(name) => onChange({ ...value, name })}
            maxLength={200}
          />
          <SelectField
            label={say('threads.behalf.by')}
            value={value.by}
            onChange={(by) => onChange({ ...value, by })}
            options={receivedBy.options.map((by) => ({ value: by, label: say(`threads.behalf.ways.${by}`) }))}
          />
          <DateTimeField
            label={say('threads.behalf.received')}
            value={value.receivedAt}
            onChange={(receivedAt) => onChange({ ...value, receivedAt })}
            zone={zone}
            place={place}
          />
        </div>
      )}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
