import { requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { identityPaths } from '../identity-paths.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { readerOf } from '../member.ts';
import { getMember } from '../member-store.ts';
import { updateProfile } from '../profile/update-profile.ts';
import { updateSettings } from '../profile/update-settings.ts';
import { fieldErrorsOf, profileForm, settingsForm } from './identity.forms.ts';
import { ProfilePage } from './profile.page.tsx';
import { SettingsPage } from './settings.page.tsx';

const members = { access: 'member' } as const;

interface Refused {
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

async function showSettings({ ctx }: HttpRequest, refused?: Refused): Promise<Answer> {
  const { title } = identityWords(ctx.reader).settings;
  const preferences = readerOf(await getMember(ctx, requireMember(ctx)));
  const body = <SettingsPage preferences={preferences} {...refused} />;
  return page({ title, noindex: true }, body, { status: refused ? 422 : 200 });
}

async function showProfile({ ctx }: HttpRequest, refused?: Refused): Promise<Answer> {
  const { title } = identityWords(ctx.reader).profile;
  const member = await getMember(ctx, requireMember(ctx));
  const body = <ProfilePage member={member} {...refused} />;
  return page({ title, noindex: true }, body, { status: refused ? 422 : 200 });
}

/** How a member reads, and what others read of them. */
export const settingsRoutes: Route[] = [
  get(identityPaths.settings, members, (request) => showSettings(request)),
  post(identityPaths.settings, members, async (request) => {
    const { ctx, body } = request;
    const form = readForm(settingsForm, body);
    const errors = form.ok
      ? await fieldErrorsOf(() => updateSettings(ctx, form.values))
      : form.errors;
    if (errors || !form.ok) {
      const refused = { errors: errorTexts(ctx.reader, errors ?? {}), values: formValues(body) };
      return showSettings(request, refused);
    }
    const flash = { tone: 'good', code: 'identity-settings-saved' } as const;
    return seeOther(identityPaths.settings, { flash, locale: form.values.locale });
  }),
  get(identityPaths.profileSettings, members, (request) => showProfile(request)),
  post(identityPaths.profileSettings, members, async (request) => {
    const { ctx, body } = request;
    const form = readForm(profileForm, body);
    const errors = form.ok
      ? await fieldErrorsOf(() => updateProfile(ctx, form.values))
      : form.errors;
    if (errors) {
      // A group without a tick sends nothing; it was still answered.
      const values = { languages: [], ...formValues(body) };
      return showProfile(request, { errors: errorTexts(ctx.reader, errors), values });
    }
    const flash = { tone: 'good', code: 'identity-profile-saved' } as const;
    return seeOther(identityPaths.profileSettings, { flash });
  }),
];
