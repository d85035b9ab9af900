import type { ComponentChildren } from 'preact';
import { useUiWords } from '../page-context.tsx';

export interface ChartPoint {
  label: string;
  value: number;
  /** How the value is written in the table. */
  shown: ComponentChildren;
}

export interface ChartProps {
  title: string;
  /** Name of the first column of the table: «اليوم». */
  labelHeader: string;
  valueHeader: string;
  points: readonly ChartPoint[];
  kind?: 'bars' | 'line';
}

const WIDTH = 600;
const HEIGHT = 180;

function Bars({ points, most }: { points: readonly ChartPoint[]; most: number }) {
  const step = WIDTH / points.length;
  return (
    <>
      {points.map((point, index) => {
        const height = (point.value / most) * (HEIGHT - 8);
        return (
          <rect
            key={point.label}
            class="chart-bar"
            x={(index * step + step * 0.15).toFixed(1)}
            y={(HEIGHT - height).toFixed(1)}
            width={(step * 0.7).toFixed(1)}
            height={height.toFixed(1)}
            rx="3"
          />
        );
      })}
    </>
  );
}

function Line({ points, most }: { points: readonly ChartPoint[]; most: number }) {
  const step = WIDTH / Math.max(1, points.length - 1);
  const path = points
    .map((point, index) => {
      const y = HEIGHT - 4 - (point.value / most) * (HEIGHT - 12);
      return `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
  return <path class="chart-line" d={path} />;
}

/** Figures over time. Time runs left to right in both languages; the same figures stand in a table behind it. */
export function Chart({ title, labelHeader, valueHeader, points, kind = 'bars' }: ChartProps) {
  const words = useUiWords();
  const most = Math.max(1, ...points.map((point) => point.value));
  const first = points[0]?.label;
  const last = points[points.length - 1]?.label;
  return (
    <figure class="chart">
      <figcaption class="chart-title">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={title}
        preserveAspectRatio="none"
      >
        <path class="chart-grid" d={`M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
        {kind === 'bars' ? (
          <Bars points={points} most={most} />
        ) : (
          <Line points={points} most={most} />
        )}
      </svg>
      <div class="chart-axis" dir="ltr" aria-hidden="true">
        <bdi>{first}</bdi>
        <bdi>{last}</bdi>
      </div>
      <details class="disclosure">
        <summary>{words.chartTable}</summary>
        <table class="table table-plain">
          <thead>
            <tr>
              <th scope="col">{labelHeader}</th>
              <th scope="col" class="numeric">
                {valueHeader}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td class="numeric">{point.shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
