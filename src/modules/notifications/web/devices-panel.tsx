import { Button, DateTime, Form, Panel, PostButton, Row, Stack, usePage } from '#ui';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';
import type { PushDevice } from '../push/push-device-store.ts';

/** The browsers that take pushes; this one is added by a press, which needs JavaScript. */
export function DevicesPanel(props: { devices: readonly PushDevice[]; pushKey: string }) {
  const words = notificationsWords(usePage().reader).devices;
  return (
    <Panel title={words.title}>
      <Stack>
        <p class="mute">{words.lead}</p>
        {props.devices.length > 0 && (
          <ul class="plain-list">
            {props.devices.map((device) => (
              <Device key={device.deviceId} device={device} />
            ))}
          </ul>
        )}
        <Form
          action={noticesPaths.devices}
          island="push"
          data-key={props.pushKey}
          data-worker="/service-worker.js"
        >
          <input type="hidden" name="endpoint" />
          <input type="hidden" name="p256dh" />
          <input type="hidden" name="auth" />
          <p class="mute" data-when="none">
            {words.needsScript}
          </p>
          <p class="mute" data-when="denied" hidden>
            {words.denied}
          </p>
          <p class="mute" data-when="unsupported" hidden>
            {words.unsupported}
          </p>
          <div data-when="able" hidden>
            <Button type="button" kind="secondary" icon="bell">
              {words.add}
            </Button>
          </div>
          <p data-when="on" hidden>
            {words.on}
          </p>
        </Form>
      </Stack>
    </Panel>
  );
}

function Device({ device }: { device: PushDevice }) {
  const words = notificationsWords(usePage().reader).devices;
  return (
    <li data-endpoint={device.endpoint}>
      <Row between>
        <span>
          <bdi class="strong">{device.name || words.unnamed}</bdi>{' '}
          <span class="mute">
            <DateTime at={device.at} style="relative" />
          </span>
        </span>
        <PostButton
          action={noticesPaths.deviceRemoval(device.deviceId)}
          kind="quiet"
          size="small"
          icon="x"
        >
          {words.remove}
        </PostButton>
      </Row>
    </li>
  );
}
