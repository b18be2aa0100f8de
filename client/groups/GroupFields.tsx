import { useLanguage } from '../base/language.ts';
import { TextField } from '../base/ui/TextField.tsx';
import { ZoneFields, type ZoneWish } from './ZoneFields.tsx';

export interface GroupWish extends ZoneWish {
  acronym: string;
  name: string;
}

/** What a group is called, and in which zone its deadlines are meant. */
export function GroupFields({ value, onChange }: { value: GroupWish; onChange: (value: GroupWish) => void }) {
  const say = useLanguage();
  return (
    <>
      <TextField
        label={say('groups.name')}
        help={say('groups.name-help')}
        value={value.name}
        maxLength={200}
        onChange={(name) => onChange({ ...value, name })}
      />
      <TextField
        label={say('groups.acronym')}
        help={say('groups.acronym-help')}
        value={value.acronym}
        maxLength={40}
        onChange={(acronym) => onChange({ ...value, acronym })}
      />
      <ZoneFields value={value} onChange={(zone) => onChange({ ...value, ...zone })} />
    </>
  );
}

/** Whether everything is said that a group needs. */
export function isWhole(wish: GroupWish): boolean {
  return [wish.acronym, wish.name, wish.zone, wish.place].every((words) => words.trim() !== '');
}
