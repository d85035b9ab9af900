import type { Reader } from '#platform/i18n';
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  LinkButton,
  Panel,
  Select,
  Stack,
  TextArea,
  TextInput,
  useReader,
} from '#ui';
import { MemberAvatar } from '../fragments/member-avatar.tsx';
import { SettingsFrame } from '../fragments/settings-frame.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import type { Member } from '../member.ts';
import { nearCountries, otherCountries, workingLanguages } from '../profile/countries.ts';

export interface ProfileView {
  member: Member;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** Codes with their names in the reader's language, in its order. */
function named(reader: Reader, type: 'region' | 'language', codes: readonly string[]) {
  const names = new Intl.DisplayNames(reader.locale, { type });
  const collator = new Intl.Collator(reader.locale);
  return codes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, other) => collator.compare(one.label, other.label));
}

function NameFields({ member }: { member: Member }) {
  const { fields, profile } = identityWords(useReader());
  return (
    <>
      <TextInput
        name="displayName"
        label={fields.displayName}
        value={member.displayName}
        autocomplete="name"
        maxLength={50}
        required
      />
      <TextInput
        name="handle"
        label={profile.handle}
        hint={profile.handleHint}
        value={member.handle}
        maxLength={30}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        required
      />
      <TextInput
        name="headline"
        label={profile.headline}
        hint={profile.headlineHint}
        value={member.headline}
        maxLength={80}
      />
      <TextArea
        name="bio"
        label={profile.bio}
        hint={profile.bioHint}
        value={member.bio}
        rows={6}
        maxLength={1500}
      />
    </>
  );
}

function SkillFields({ member }: { member: Member }) {
  const reader = useReader();
  const { profile } = identityWords(reader);
  const comma = reader.locale === 'ar' ? '، ' : ', ';
  return (
    <>
      <TextArea
        name="skills"
        label={profile.skills}
        hint={profile.skillsHint}
        placeholder={profile.skillsExample}
        value={member.skills.join(comma)}
        rows={2}
      />
      <Select
        name="country"
        label={profile.country}
        placeholder={profile.noCountry}
        value={member.country ?? ''}
        autocomplete="country"
        groups={[
          { label: profile.nearCountries, options: named(reader, 'region', nearCountries) },
          { label: profile.otherCountries, options: named(reader, 'region', otherCountries) },
        ]}
      />
      <CheckboxGroup
        name="languages"
        label={profile.languages}
        options={named(reader, 'language', workingLanguages)}
        values={member.languages}
        inline
      />
    </>
  );
}

/** What others see of a member, to be written by them. */
export function ProfilePage({ member, errors, values }: ProfileView) {
  const { profile } = identityWords(useReader());
  const see = (
    <LinkButton kind="secondary" size="small" icon="eye" href={`/sellers/${member.handle}`}>
      {profile.see}
    </LinkButton>
  );
  return (
    <SettingsFrame current="profileSettings">
      <Panel title={profile.title} action={see}>
        <div class="profile-lead">
          <MemberAvatar member={member} size="large" />
          <p class="mute">{profile.lead}</p>
        </div>
        <Form action={identityPaths.profileSettings} errors={errors} values={values}>
          <Stack gap={6}>
            <ErrorSummary />
            <NameFields member={member} />
            <SkillFields member={member} />
            <Button>{profile.save}</Button>
          </Stack>
        </Form>
      </Panel>
    </SettingsFrame>
  );
}
