import { parseAbsolute, type ZonedDateTime } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import type { Instant } from '../../../shared/envelope.ts';
import { inZone, placeTime } from '../dates.ts';
import { useLanguage } from '../language.ts';
import { Icon } from './Icon.tsx';

/**
 * A day and an hour in the group's zone, so that everybody means the same instant. The zone's own rules
 * count: 18:00 after a change of clocks is 18:00 by the new clock. In words below it, because 01/04 is
 * January for some readers.
 */
export function DateTimeField({
  label,
  value,
  onChange,
  zone,
  place,
  minValue,
  isDisabled,
}: {
  label: string;
  value: Instant | null;
  /** Null while a part of it is missing. */
  onChange: (value: Instant | null) => void;
  zone: string;
  place: string;
  minValue?: Instant;
  isDisabled?: boolean;
}) {
  const say = useLanguage();
  return (
    <div className="when-field">
      <DatePicker<ZonedDateTime>
        className="field"
        granularity="minute"
        hourCycle={24}
        hideTimeZone
        isDisabled={isDisabled}
        value={value === null ? null : parseAbsolute(value, zone)}
        minValue={minValue === undefined ? null : parseAbsolute(minValue, zone)}
        onChange={(chosen) => onChange(chosen === null ? null : chosen.toAbsoluteString())}
      >
        <Label className="fl">{label}</Label>
        <Group className="inp">
          <DateInput className="segs">{(segment) => <DateSegment segment={segment} />}</DateInput>
          <Button className="btn bare" aria-label={say('base.choose-day')}>
            <Icon name="down" />
          </Button>
        </Group>
        <Popover className="menu" placement="bottom end" offset={4}>
          <Dialog aria-label={say('base.choose-day')}>
            <Calendar className="calendar" firstDayOfWeek="mon">
              <header>
                <Button slot="previous" className="btn bare">
                  <Icon name="previous" />
                </Button>
                <Heading />
                <Button slot="next" className="btn bare">
                  <Icon name="next" />
                </Button>
              </header>
              <CalendarGrid>{(date) => <CalendarCell date={date} />}</CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
      <p className="zone">
        {placeTime(place)}
        <small>{say('base.zone-of-group')}</small>
      </p>
      {value !== null && <p className="help in-words">{inZone(value, zone, place)}</p>}
    </div>
  );
}
