import { PageHead, Tabs, useReader, Wrap } from '#ui';
import type { ComponentChildren } from 'preact';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

export type SettingsTab = 'settings' | 'profileSettings' | 'security';

/** The frame of the three settings pages. */
export function SettingsFrame(props: { current: SettingsTab; children: ComponentChildren }) {
  const { settings } = identityWords(useReader());
  const labels: Record<SettingsTab, string> = {
    settings: settings.general,
    profileSettings: settings.profile,
    security: settings.security,
  };
  const items = (Object.keys(labels) as SettingsTab[]).map((tab) => ({
    href: identityPaths[tab],
    label: labels[tab],
    current: tab === props.current,
  }));
  return (
    <Wrap narrow>
      <PageHead title={settings.title} />
      <Tabs label={settings.tabs} items={items} />
      <div class="settings-body">{props.children}</div>
    </Wrap>
  );
}
