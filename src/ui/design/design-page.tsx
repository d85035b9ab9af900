import { RadioGroup } from '../fields/choice-group.tsx';
import { PageHead, Row, Stack, WithAside, Wrap } from '../layout/page-parts.tsx';
import { ThemeToggle } from '../layout/theme-toggle.tsx';
import { Bell } from '../navigation/bell.tsx';
import { Breadcrumbs } from '../navigation/breadcrumbs.tsx';
import { FilterPanel } from '../navigation/filter-panel.tsx';
import { Pagination } from '../navigation/pagination.tsx';
import { Tabs } from '../navigation/tabs.tsx';
import { ControlSpecimens } from './controls.tsx';
import { DisplaySpecimens } from './displays.tsx';
import { MarketSpecimens } from './market.tsx';
import { Money } from '../text/money.tsx';
import { Specimen } from './specimen.tsx';

const PRICES = [500n, 1_000n, 1_500n].map((minor) => ({
  value: String(minor),
  label: <Money amountMinor={minor} trimZeros />,
}));

function NavigationSpecimens() {
  return (
    <Specimen name="Breadcrumbs, Tabs, Pagination, FilterPanel, Bell">
      <Stack gap={6}>
        <Breadcrumbs
          items={[
            { label: 'الرئيسية', href: '/' },
            { label: 'تصميم', href: '/_design' },
            { label: 'شعارات' },
          ]}
        />
        <Tabs
          label="طلباتي"
          items={[
            { href: '/_design', label: 'الكل', count: 12, current: true },
            { href: '/_design?state=late', label: 'قيد التنفيذ', count: 3 },
            { href: '/_design?state=done', label: 'مكتملة' },
          ]}
        />
        <Row>
          <Bell href="/_design" count={3} />
          <Bell href="/_design" count={0} />
          <ThemeToggle />
        </Row>
        <WithAside
          asideStart
          asideFirst
          aside={
            <FilterPanel action="/_design" clearHref="/_design" activeCount={2} id="sample-filters">
              <RadioGroup name="price" label="السعر" options={PRICES} value="500" required />
            </FilterPanel>
          }
        >
          <Pagination page={4} pageCount={9} hrefFor={(page) => `/_design?page=${page}`} />
        </WithAside>
      </Stack>
    </Specimen>
  );
}

/** Every component in its states, in the reader's language, direction and colours. */
export function DesignPage() {
  return (
    <Wrap>
      <PageHead title="مكونات حِرفة" lead="كل ما تُبنى منه الصفحات، في كل أحواله." />
      <MarketSpecimens />
      <NavigationSpecimens />
      <ControlSpecimens />
      <DisplaySpecimens />
    </Wrap>
  );
}
