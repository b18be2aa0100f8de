import { useState } from 'react';
import type { Member } from '../../shared/groups/contract.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { useSetDrafters } from './deeds.ts';

/** Which members may edit this paper's text, beside secretariat and chair, who always may. */
export function DraftersDialog({
  paper,
  members,
  onClose,
}: {
  paper: PaperPage;
  members: readonly Member[];
  onClose: () => void;
}) {
  const say = useLanguage();
  const deed = useSetDrafters(paper.id);
  const [chosen, setChosen] = useState(() => new Set(paper.drafters.map((drafter) => drafter.id)));
  const others = members.filter((member) => member.role === 'delegate' || member.role === 'observer');
  const choose = (id: Member['id'], isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={() => deed.mutate({ memberIds: [...chosen] }, { onSuccess: onClose })}
      title={say('paper.drafters.title', { symbol: paper.symbol })}
      lead={say('paper.drafters.lead')}
      note={say('paper.drafters.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isPending={deed.isPending}>
            {say('paper.drafters.go', { count: chosen.size })}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      {others.length === 0 && <p>{say('paper.drafters.none')}</p>}
      <div className="drafters">
        {others.map((member) => (
          <Checkbox
            key={member.id}
            isSelected={chosen.has(member.id)}
            onChange={(isOn) => choose(member.id, isOn)}
            hint={member.organisation.name}
          >
            {member.name}
          </Checkbox>
        ))}
      </div>
      <ProblemNote problem={deed.error} />
    </Dialog>
  );
}
