import { Button } from '../actions/button.tsx';
import { CopyText } from '../actions/copy-button.tsx';
import { Dialog, DialogLink } from '../actions/dialog.tsx';
import { Form } from '../actions/form.tsx';
import { LinkButton } from '../actions/link-button.tsx';
import { Menu, MenuLink } from '../actions/menu.tsx';
import { PostButton } from '../actions/post-button.tsx';
import { Panel } from '../display/panel.tsx';
import { Checkbox } from '../fields/checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '../fields/choice-group.tsx';
import { ErrorSummary } from '../fields/error-summary.tsx';
import { FileDrop } from '../fields/file-drop.tsx';
import { MoneyInput } from '../fields/money-input.tsx';
import { SearchBox } from '../fields/search-box.tsx';
import { Select } from '../fields/select.tsx';
import { StarInput } from '../fields/star-input.tsx';
import { TextArea } from '../fields/text-area.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { Icon } from '../icons/icon.tsx';
import { Row, Stack } from '../layout/page-parts.tsx';
import { Money } from '../text/money.tsx';
import { Specimen } from './specimen.tsx';

function Buttons() {
  return (
    <Specimen name="Button, LinkButton, PostButton, Menu, Dialog, Copy">
      <Stack>
        <Row>
          <Button type="button">اشترِ الآن</Button>
          <Button type="button" kind="secondary">
            أضف إلى السلة
          </Button>
          <Button type="button" kind="quiet" icon="pencil">
            عدّل
          </Button>
          <Button type="button" kind="danger">
            طلب الإلغاء بالتراضي
          </Button>
          <Button type="button" disabled>
            أُرسل
          </Button>
        </Row>
        <Row>
          <Button type="button" size="small">
            صغير
          </Button>
          <Button type="button" size="large" icon="send">
            كبير
          </Button>
          <LinkButton href="/_design" kind="secondary" icon="plus">
            رابط كالزر
          </LinkButton>
          <PostButton action="/appearance" fields={{ theme: 'auto' }} kind="secondary">
            فعل بلا حقول
          </PostButton>
          <Menu id="sample-menu" label="قائمة" button={<Icon name="ellipsis" />}>
            <MenuLink href="/_design" icon="pencil">
              عدّل
            </MenuLink>
            <MenuLink href="/_design" icon="pause">
              أوقف مؤقتًا
            </MenuLink>
          </Menu>
          <DialogLink dialog="sample-dialog" href="/_design">
            افتح نافذة
          </DialogLink>
          <CopyText text="#7F3K-92" />
        </Row>
      </Stack>
      <Dialog id="sample-dialog" title="إلغاء الطلب">
        <p>يعود إليك المبلغ كاملًا إلى رصيدك.</p>
      </Dialog>
    </Specimen>
  );
}

const days = [1, 2, 3].map((n) => ({ value: String(n), label: `${n}` }));

function Fields() {
  return (
    <Specimen name="Fields">
      <Panel>
        <Form action="/appearance" multipart>
          <Stack gap={6}>
            <TextInput name="sample-title" label="عنوان الخدمة" hint="من 12 إلى 60 حرفًا" required />
            <TextInput
              name="sample-email"
              type="email"
              label="البريد الإلكتروني"
              placeholder="name@example.com"
              required
            />
            <TextInput name="sample-off" label="حقل معطّل" value="لا يُغيَّر" disabled />
            <TextArea name="sample-text" label="الوصف" maxLength={200} />
            <Select
              name="sample-days"
              label="مدة التسليم"
              options={days}
              placeholder="اختر المدة"
              required
            />
            <MoneyInput name="sample-price" label="المبلغ" valueMinor={1_500n} required />
            <RadioGroup
              name="sample-radio"
              label="طريقة الدفع"
              required
              value="a"
              options={[
                { value: 'a', label: 'من الرصيد', hint: 'بلا رسوم' },
                { value: 'b', label: 'بالبطاقة' },
              ]}
            />
            <RadioGroup
              name="sample-pills"
              label="السعر"
              inline
              value="5"
              options={[
                { value: '5', label: <Money amountMinor={500n} trimZeros /> },
                { value: '10', label: <Money amountMinor={1_000n} trimZeros /> },
              ]}
            />
            <CheckboxGroup
              name="sample-boxes"
              label="اللغات"
              values={['ar']}
              options={[
                { value: 'ar', label: 'العربية' },
                { value: 'en', label: 'الإنجليزية' },
              ]}
            />
            <Checkbox name="sample-terms" label="أوافق على شروط الاستخدام" required />
            <StarInput name="sample-stars" label="جودة العمل" value={4} required />
            <FileDrop
              name="sample-files"
              label="الملفات"
              hint="حتى 5 ملفات"
              multiple
              maxBytes={5 * 1024 * 1024}
            />
          </Stack>
        </Form>
      </Panel>
    </Specimen>
  );
}

function RefusedForm() {
  const errors = {
    'wrong-title': 'اكتب عنوانًا من 12 حرفًا على الأقل.',
    'wrong-terms': 'يلزم أن توافق على الشروط.',
  };
  return (
    <Specimen name="Refused form (values kept, focus on the first error)">
      <Panel>
        <Form action="/appearance" errors={errors} values={{ 'wrong-title': 'شعار' }}>
          <Stack>
            <ErrorSummary />
            <TextInput name="wrong-title" label="عنوان الخدمة" required />
            <Checkbox name="wrong-terms" label="أوافق على الشروط" required />
            <Button type="button">أرسل للمراجعة</Button>
          </Stack>
        </Form>
      </Panel>
    </Specimen>
  );
}

export function ControlSpecimens() {
  return (
    <>
      <Buttons />
      <Fields />
      <RefusedForm />
      <Specimen name="SearchBox">
        <SearchBox look="hero" id="sample-search" />
      </Specimen>
    </>
  );
}
