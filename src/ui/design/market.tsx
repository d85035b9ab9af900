import { addDays, addHours } from '#platform/time';
import { Button } from '../actions/button.tsx';
import { Form } from '../actions/form.tsx';
import { DetailList, IconFacts } from '../display/facts.tsx';
import { Panel } from '../display/panel.tsx';
import { Hero, Stack, WithAside } from '../layout/page-parts.tsx';
import { Attachment } from '../market/attachment.tsx';
import { Composer } from '../market/composer.tsx';
import { Countdown } from '../market/countdown.tsx';
import { Cover } from '../market/cover.tsx';
import { EscrowNotice } from '../market/escrow-notice.tsx';
import { Message, MessageList, MessageMark } from '../market/message.tsx';
import { NextAction } from '../market/next-action.tsx';
import { OrderProgress } from '../market/order-progress.tsx';
import { PriceTag, PriceTotal, UpgradeList, UpgradeOption } from '../market/price-box.tsx';
import { CardGrid, ServiceCard } from '../market/service-card.tsx';
import { Timeline } from '../market/timeline.tsx';
import { usePage } from '../page-context.tsx';
import { Money } from '../text/money.tsx';
import { sampleHues, sampleServices } from './sample.ts';
import { Specimen } from './specimen.tsx';

function Cards() {
  return (
    <Specimen name="ServiceCard, Cover">
      <Stack gap={6}>
        <CardGrid>
          {sampleServices.map((service) => (
            <ServiceCard key={service.href} {...service} />
          ))}
        </CardGrid>
        <CardGrid>
          {sampleHues.map((hue) => (
            <Cover key={hue} hue={hue} title="غلاف" subtitle={`${hue}°`} />
          ))}
        </CardGrid>
      </Stack>
    </Specimen>
  );
}

function PriceBox() {
  return (
    <Panel>
      <PriceTag amountMinor={1_500n} />
      <Form action="/appearance">
        <Stack>
          <IconFacts
            items={[
              { icon: 'clock', text: 'التسليم خلال 3 أيام' },
              { icon: 'rotate-ccw', text: 'تعديلان' },
              { icon: 'check', text: 'أُنجزت 312 مرة' },
              { icon: 'message-circle', text: 'ترد خلال ساعة' },
            ]}
          />
          <UpgradeList title="تطويرات الخدمة">
            <UpgradeOption
              name="upgrade"
              value="card"
              title="بطاقة عمل بنفس الهوية"
              priceMinor={1_000n}
              days={1}
              note="يوم إضافي"
              checked
            />
            <UpgradeOption
              name="upgrade"
              value="fast"
              title="تسليم خلال 24 ساعة"
              priceMinor={1_500n}
              days={-2}
            />
            <UpgradeOption
              name="upgrade"
              value="model"
              title="نموذج ثلاثي الأبعاد"
              priceMinor={500n}
            />
          </UpgradeList>
          <PriceTotal
            baseMinor={1_500n}
            totalMinor={2_500n}
            baseDays={3}
            totalDays={4}
            daysLabel="التسليم خلال"
          />
          <Button type="button" block size="large">
            اشترِ الآن
          </Button>
          <EscrowNotice>
            مبلغك في حساب الضمان حتى تقبل العمل. وإن تأخر 24 ساعة عن موعده ولم يُسلَّم شيء فلك استرداده
            كاملًا.
          </EscrowNotice>
        </Stack>
      </Form>
    </Panel>
  );
}

function Conversation() {
  const { now } = usePage();
  return (
    <Panel>
      <MessageList label="رسائل الطلب">
        <MessageMark at={addHours(now, -1)}>بدأ التنفيذ</MessageMark>
        <Message
          author="رنا"
          mine={false}
          at={now}
          text="مرحبًا، شكرًا لثقتك. هل تفضّل أن يكون الشعار كتابيًّا فقط أم مع رمز؟"
        />
        <Message
          author="هند"
          mine
          read
          at={now}
          text="مع رمز بسيط يوحي بالبناء. أرفقت لك أمثلة تعجبني."
        >
          <Attachment fileName="أمثلة-شعارات.pdf" byteSize={1_887_437} href="/_design" />
        </Message>
        <Message author="هند" mine at={now} text="وهذا شعارنا القديم للاستئناس.">
          <Attachment fileName="الشعار-القديم.png" byteSize={12_582_912} sentBytes={8_053_063} />
        </Message>
      </MessageList>
      <Composer action="/appearance" label="رسالتك إلى رنا" placeholder="اكتب رسالة…" files />
    </Panel>
  );
}

function OrderSide() {
  const { now } = usePage();
  return (
    <>
      <NextAction
        turn="theirs"
        title="رنا تعمل على طلبك"
        actions={
          <Button type="button" kind="secondary">
            أرسل ملفًا أو رسالة
          </Button>
        }
      >
        حين تسلّم يصلك إشعار، وتراجع العمل قبل قبوله.
      </NextAction>
      <Panel>
        <Countdown
          until={addHours(now, 52)}
          startedAt={addDays(now, -1)}
          label="الوقت المتبقي للتسليم"
        />
      </Panel>
      <Panel>
        <DetailList
          items={[
            { label: 'الخدمة', value: <Money amountMinor={1_500n} /> },
            { label: 'بطاقة عمل بنفس الهوية', value: <Money amountMinor={1_000n} /> },
            { label: 'في حساب الضمان', value: <Money amountMinor={2_500n} />, total: true },
          ]}
        />
        <EscrowNotice>
          لا يصل المبلغ إلى البائع قبل قبولك، أو بعد 72 ساعة من التسليم بلا اعتراض.
        </EscrowNotice>
      </Panel>
    </>
  );
}

function OrderRoom() {
  const { now } = usePage();
  return (
    <Specimen name="OrderProgress, Message, Attachment, Countdown, Timeline, NextAction">
      <Stack>
        <OrderProgress
          label="مراحل الطلب"
          steps={[
            { label: 'دُفع المبلغ', state: 'done' },
            { label: 'أُرسلت التعليمات', state: 'done' },
            { label: 'قيد التنفيذ', state: 'current' },
            { label: 'بانتظار القبول', state: 'next' },
            { label: 'مكتمل', state: 'next' },
          ]}
        />
        <WithAside aside={<OrderSide />}>
          <Conversation />
          <Panel title="سجل الطلب">
            <Timeline
              items={[
                {
                  key: '1',
                  at: addDays(now, -1),
                  what: 'دُفع المبلغ وحُفظ في الضمان',
                  who: 'هند',
                  icon: 'wallet',
                  tone: 'info',
                },
                {
                  key: '2',
                  at: now,
                  what: 'أُرسلت التعليمات كاملة',
                  who: 'هند',
                  icon: 'check',
                  tone: 'good',
                },
              ]}
            />
          </Panel>
        </WithAside>
      </Stack>
    </Specimen>
  );
}

export function MarketSpecimens() {
  return (
    <>
      <Specimen name="Hero">
        <Hero title="حِرفةٌ في اليد أمانٌ من الحاجة" lead="مالك محفوظ حتى تستلم عملك كما اتفقتما." />
      </Specimen>
      <Cards />
      <Specimen name="Price box">
        <WithAside aside={<PriceBox />}>
          <Cover large hue={195} title="شعار" subtitle="ثلاثة نماذج" />
        </WithAside>
      </Specimen>
      <OrderRoom />
    </>
  );
}
