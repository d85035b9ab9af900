import { formatNumber } from '#platform/i18n';
import { Attachment, Badge, Bdi, DateTime, Panel, Row, Stack, usePage, UserText } from '#ui';
import { ordersWords } from '../locales/index.ts';
import { orderFilePath, orderPreviewPath } from '../order-paths.ts';
import type { OrderFile } from '../talk/order-files.ts';
import type { Delivery } from '../talk/order-room.ts';
import type { RoomView } from './room-view.ts';

interface ViewProps {
  view: RoomView;
}

function Files({ view, files }: ViewProps & { files: readonly OrderFile[] }) {
  const words = ordersWords(usePage().reader).room;
  const isHidden = ({ purpose, kind }: OrderFile) =>
    !view.originals && purpose === 'delivery' && kind === 'image';
  const seenMarked = view.side === 'seller' && view.order.completedAt === null;
  return (
    <>
      <Previews view={view} files={files.filter(isHidden)} />
      {files
        .filter((file) => !isHidden(file))
        .map((file) => (
          <Attachment
            key={file.fileId}
            fileName={file.fileName}
            byteSize={file.byteSize}
            href={orderFilePath(view.order.orderId, file.fileId)}
            note={
              seenMarked && file.purpose === 'delivery' && file.kind === 'image'
                ? words.seenMarked
                : undefined
            }
          />
        ))}
    </>
  );
}

/** Pictures as the buyer looks at them before acceptance; each opens larger. */
function Previews({ view, files }: ViewProps & { files: readonly OrderFile[] }) {
  const page = usePage();
  const words = ordersWords(page.reader).room;
  if (files.length === 0) return null;
  return (
    <div class="previews">
      <ul>
        {files.map(({ fileId, fileName }) => {
          const href = page.href(orderPreviewPath(view.order.orderId, fileId));
          return (
            <li key={fileId}>
              <a href={href} target="_blank" rel="noopener">
                <img src={href} alt={words.previewOf(fileName)} loading="lazy" decoding="async" />
              </a>
              <bdi>{fileName}</bdi>
            </li>
          );
        })}
      </ul>
      <p class="mute">{words.previewHint}</p>
    </div>
  );
}

const filesOf = (view: RoomView, purpose: OrderFile['purpose'], subject: string) =>
  view.files.filter((file) => file.purpose === purpose && file.subject === subject);

/** What was delivered, newest first, with the change requests between. */
export function RoomDeliveries({ view }: ViewProps) {
  const { reader } = usePage();
  const words = ordersWords(reader).room;
  if (view.deliveries.length === 0) return null;
  // Changes are asked for of whole deliveries.
  const changeAfter = ({ part, number }: Delivery) =>
    part ? undefined : view.changeRequests.find((change) => change.number === number);
  return (
    <Panel title={words.deliveries} id="deliveries">
      <Stack gap={6}>
        {view.deliveries.toReversed().map((delivery) => {
          const change = changeAfter(delivery);
          const number = formatNumber(reader, delivery.number);
          return (
            <Stack key={delivery.deliveryId} gap={2}>
              <Row between>
                <h3>{delivery.part ? words.partDelivery(number) : words.delivery(number)}</h3>
                <DateTime at={delivery.at} style="weekdayDateTime" class="mute" />
              </Row>
              <UserText text={delivery.note} />
              <Files view={view} files={filesOf(view, 'delivery', delivery.deliveryId)} />
              <p>
                <Badge tone={delivery.aiUsed ? 'warn' : 'neutral'} icon="sparkles">
                  {delivery.aiUsed ? words.aiUsed : words.aiFree}
                </Badge>
                {delivery.aiNote !== '' && <Bdi class="ai-note">{delivery.aiNote}</Bdi>}
              </p>
              {change && (
                <Stack gap={2}>
                  <Row between>
                    <h4>{words.changeRequest(formatNumber(reader, change.number))}</h4>
                    <DateTime at={change.at} style="weekdayDateTime" class="mute" />
                  </Row>
                  <UserText text={change.body} />
                </Stack>
              )}
            </Stack>
          );
        })}
      </Stack>
    </Panel>
  );
}

/** What the buyer told the seller before the work began. */
export function RoomRequirements({ view }: ViewProps) {
  const words = ordersWords(usePage().reader).room;
  const { requirements } = view;
  if (!requirements) return null;
  return (
    <Panel title={words.requirements} id="requirements">
      <Stack gap={4}>
        {requirements.answers.map((answer) => {
          const files = filesOf(view, 'requirement', answer.questionId);
          return (
            <div key={answer.questionId}>
              <h3 dir="auto">{answer.label}</h3>
              {answer.text !== '' && <UserText text={answer.text} />}
              <Files view={view} files={files} />
              {answer.text === '' && files.length === 0 && <p class="mute">{words.noAnswer}</p>}
            </div>
          );
        })}
        {requirements.note !== '' && (
          <div>
            <h3>{words.note}</h3>
            <UserText text={requirements.note} />
          </div>
        )}
        <p class="mute">
          {words.requirementsAt} <DateTime at={requirements.at} style="weekdayDateTime" />
        </p>
      </Stack>
    </Panel>
  );
}
