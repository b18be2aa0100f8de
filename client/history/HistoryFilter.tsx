import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { type HistoryFilter as Filter, filters } from './entries.ts';

/** Narrows the history to one kind of events. */
export function HistoryFilter({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const say = useLanguage();
  return (
    <div className="fil">
      <span id="history-show">{say('history.show')}</span>
      <ToggleButtonGroup
        className="fil-choices"
        aria-labelledby="history-show"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => {
          const chosen = filters.find((each) => keys.has(each));
          if (chosen) onFilter(chosen);
        }}
      >
        {filters.map((each) => (
          <ToggleButton key={each} id={each} className="btn sm">
            {say(`history.filter.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
