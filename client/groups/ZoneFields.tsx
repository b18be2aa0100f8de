import { placeOf, readerZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { ComboField } from '../base/ui/ComboField.tsx';
import { TextField } from '../base/ui/TextField.tsx';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export interface ZoneWish {
  zone: string;
  place: string;
}
/** A new group lives where its founder is, until they say otherwise. */
export const ownZone: ZoneWish = readerZone();

/** The zone in which a group's deadlines are meant, and what its time is called ("Geneva", in Europe/Zurich). */
export function ZoneFields({ value, onChange }: { value: ZoneWish; onChange: (value: ZoneWish) => void }) {
  const say = useLanguage();
  return (
    <div className="two">
      <ComboField
        label={say('groups.zone')}
        value={value.zone}
        options={zones}
        onChange={(zone) =>
          onChange({ zone, place: value.place === placeOf(value.zone) ? placeOf(zone) : value.place })
        }
      />
      <TextField
        label={say('groups.place')}
        help={say('groups.place-help', { place: value.place || '…' })}
        value={value.place}
        maxLength={80}
        onChange={(place) => onChange({ ...value, place })}
      />
    </div>
  );
}
