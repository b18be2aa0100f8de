import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { groupAddress } from '../base/place.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { GroupFields, type GroupWish, isWhole } from './GroupFields.tsx';
import { useMakeGroup } from './queries.ts';
import { ownZone } from './ZoneFields.tsx';

/** Makes one more group; only the administrator sees the way here. */
export function MakeGroupDialog({ onClose }: { onClose: () => void }) {
  const say = useLanguage();
  const navigate = useNavigate();
  const making = useMakeGroup();
  const [wish, setWish] = useState<GroupWish>({ acronym: '', name: '', ...ownZone });
  const make = () => {
    if (isWhole(wish)) making.mutate(wish, { onSuccess: (groupId) => void navigate(groupAddress(groupId)) });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={make}
      title={say('groups.make')}
      lead={say('groups.make-lead')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isWhole(wish)} isPending={making.isPending}>
            {say('groups.make')}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <GroupFields value={wish} onChange={setWish} />
      <ProblemNote problem={making.error} />
    </Dialog>
  );
}
