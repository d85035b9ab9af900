import { formatNumber } from '#platform/i18n';
import { Button, Form, Panel, Select, Stack, useReader } from '#ui';
import { myServicePath } from '../../catalogue-paths.ts';
import { catalogueWords } from '../../locales/index.ts';
import type { Service } from '../../service.ts';

const CHOICES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 50, 100];

/** How many orders of a service its seller takes at a time. */
export function QueueForm({ service }: { service: Service }) {
  const reader = useReader();
  const words = catalogueWords(reader).queue;
  const { queueLimit } = service;
  const value = queueLimit === undefined ? '' : String(queueLimit);
  const known = queueLimit === undefined || queueLimit === 0 || CHOICES.includes(queueLimit);
  const choices = known ? CHOICES : [...CHOICES, queueLimit].sort((a, b) => a - b);
  return (
    <Panel title={words.title}>
      <Form action={`${myServicePath(service.serviceId)}/queue-limit`}>
        <Stack>
          <Select
            name="limit"
            label={words.label}
            hint={words.hint}
            value={value}
            options={[
              { value: '', label: words.none },
              ...choices.map((n) => ({ value: String(n), label: formatNumber(reader, n) })),
              { value: '0', label: words.hidden },
            ]}
          />
          <Button kind="secondary">{words.save}</Button>
        </Stack>
      </Form>
    </Panel>
  );
}
