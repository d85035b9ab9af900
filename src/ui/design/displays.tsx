import { Button } from '../actions/button.tsx';
import { LinkButton } from '../actions/link-button.tsx';
import { Avatar } from '../display/avatar.tsx';
import { Badge } from '../display/badge.tsx';
import { Banner } from '../display/banner.tsx';
import { Chart } from '../display/chart.tsx';
import { Chip, ChipRow } from '../display/chip.tsx';
import { EmptyState } from '../display/empty-state.tsx';
import { Disclosure, Panel } from '../display/panel.tsx';
import { Skeleton } from '../display/skeleton.tsx';
import { RatingBar, StarRating } from '../display/star-rating.tsx';
import { StatRow, StatTile } from '../display/stat-tile.tsx';
import { Table } from '../display/table.tsx';
import { iconBodies } from '../icons/icons.generated.ts';
import { Icon, iconNamed } from '../icons/icon.tsx';
import { Row, Stack } from '../layout/page-parts.tsx';
import { usePage } from '../page-context.tsx';
import { DateTime } from '../text/date-time.tsx';
import { Money } from '../text/money.tsx';
import { sampleHues } from './sample.ts';
import { Specimen } from './specimen.tsx';

const TONES = ['info', 'neutral', 'good', 'warn', 'danger'] as const;

function Small() {
  return (
    <Specimen name="Badge, Chip, Avatar, StarRating, Icon">
      <Stack>
        <Row>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} icon="badge-check">
              بائع موثوق
            </Badge>
          ))}
        </Row>
        <ChipRow label="الأقسام">
          <Chip href="/_design" current>
            تصميم
          </Chip>
          <Chip href="/_design" icon="pen-line">
            كتابة وترجمة
          </Chip>
          <Chip>وسم</Chip>
        </ChipRow>
        <Row>
          {sampleHues.map((hue) => (
            <Avatar key={hue} name={`عضو ${hue}`} seed={String(hue * 31)} />
          ))}
          <Avatar name="رنا الحسن" size="large" />
        </Row>
        <Row>
          <StarRating average={4.9} count={312} />
          <StarRating average={4} look="five" />
        </Row>
        <RatingBar label="جودة العمل" average={4.9} />
        <Row>
          {Object.keys(iconBodies).map((name) => (
            <Icon key={name} name={iconNamed(name)} />
          ))}
        </Row>
      </Stack>
    </Specimen>
  );
}

function Notices() {
  return (
    <Specimen name="Banner, EmptyState, Skeleton, Disclosure">
      <Stack>
        {TONES.map((tone) => (
          <Banner
            key={tone}
            tone={tone}
            title="بقي أن ترسل التعليمات"
            action={
              <Button type="button" size="small">
                أرسلها
              </Button>
            }
          >
            يبدأ البائع حين تصله تعليماتك كاملة.
          </Banner>
        ))}
        <Panel>
          <EmptyState
            title="لا طلبات بعد"
            action={<LinkButton href="/_design">تصفّح الخدمات</LinkButton>}
          >
            حين تشتري خدمة تجدها هنا مع موعد تسليمها.
          </EmptyState>
        </Panel>
        <Skeleton />
        <Disclosure summary="ماذا لو لم يعجبني العمل؟" open>
          تطلب تعديلًا، أو نزاعًا يفصل فيه محكّم.
        </Disclosure>
      </Stack>
    </Specimen>
  );
}

function Figures() {
  const { now } = usePage();
  const rows = [
    { key: 'a', what: 'إيراد طلب', amountMinor: 1_200n },
    { key: 'b', what: 'شراء خدمة', amountMinor: -2_500n },
  ];
  const points = [3, 5, 2, 8, 13, 9, 11].map((value, index) => ({
    label: `${index + 1}`,
    value,
    shown: value,
  }));
  return (
    <Specimen name="StatTile, Table, Chart">
      <Stack gap={6}>
        <StatRow>
          <StatTile
            label="المتاح"
            icon="wallet"
            tone="info"
            value={<Money amountMinor={4_250n} />}
          />
          <StatTile
            label="معلّق"
            icon="clock"
            value={<Money amountMinor={1_200n} />}
            note={<DateTime at={now} style="weekdayDateTime" />}
          />
          <StatTile
            label="أرباح الشهر"
            tone="good"
            value={<Money amountMinor={98_000n} sign="always" />}
          />
        </StatRow>
        <Panel>
          <Table
            caption="الحركات"
            showCaption
            rows={rows}
            rowKey={(row) => row.key}
            columns={[
              { header: 'الحركة', primary: true, cell: (row) => row.what },
              { header: 'التاريخ', cell: () => <DateTime at={now} style="dateTime" /> },
              {
                header: 'المبلغ',
                numeric: true,
                cell: (row) => <Money amountMinor={row.amountMinor} sign="always" />,
              },
            ]}
          />
        </Panel>
        <Panel>
          <Chart
            title="الطلبات في أسبوع"
            labelHeader="اليوم"
            valueHeader="الطلبات"
            points={points}
          />
        </Panel>
      </Stack>
    </Specimen>
  );
}

export function DisplaySpecimens() {
  return (
    <>
      <Small />
      <Notices />
      <Figures />
    </>
  );
}
