import { ContactFindings } from '#trust/ui';
import { Banner, Button, Checkbox, LinkButton, PostButton, Row, useReader } from '#ui';
import { myServicePath } from '../catalogue-paths.ts';
import { catalogueWords } from '../locales/index.ts';
import type { ServiceContact } from '../reviewing/find-service-contact.ts';
import { canMove, isApproved, type Service, type ServiceVerb } from '../service.ts';
import { canMoveRevision, type RevisionVerb } from '../versions/revision.ts';
import { EditorSection } from './editor-rows.tsx';
import { QueueForm } from './selling/queue-form.tsx';

/** What the state means for who edits now. */
export function StateBanner({ service }: { service: Service }) {
  const { editor } = catalogueWords(useReader());
  if (service.revision) return <RevisionBanner state={service.revision.state} />;
  if (isApproved(service.state)) return <Banner>{editor.publishedNote}</Banner>;
  switch (service.state) {
    case 'pending_review':
      return <Banner>{editor.pendingNote}</Banner>;
    case 'rejected':
      return (
        <Banner tone="warn" title={editor.rejectedTitle}>
          {editor.rejectedNote}
        </Banner>
      );
    case 'archived':
      return <Banner tone="neutral">{editor.archivedNote}</Banner>;
    default:
      return null;
  }
}

/** Below stands the next version; the approved one goes on selling. */
function RevisionBanner({ state }: { state: 'draft' | 'pending_review' | 'rejected' }) {
  const { editor } = catalogueWords(useReader());
  const { titles, notes } = editor.revision;
  return (
    <Banner tone={state === 'rejected' ? 'warn' : 'info'} title={titles[state]}>
      {notes[state]}
    </Banner>
  );
}

export interface EditorFootProps {
  service: Service;
  /** What in the saved texts looks like contact outside. */
  contact: readonly ServiceContact[];
}

/** Declarations at the first submission (SPEC 2.5), what the reviewer will see of contact, then the buttons. */
export function EditorFoot(props: EditorFootProps) {
  const { service } = props;
  const { editor } = catalogueWords(useReader());
  const unsent = canMove(service.state, 'submit') || canMoveRevision(service, 'submit-revision');
  const declarations = ['ownText', 'ownWorks', 'noOutsideContact'] as const;
  return (
    <>
      {unsent && (
        <EditorSection title={editor.sections.declarations}>
          {service.submittedAt ? (
            <p class="mute">{editor.declaredBefore}</p>
          ) : (
            declarations.map((name) => (
              <Checkbox key={name} name={name} label={editor.declarations[name]} />
            ))
          )}
        </EditorSection>
      )}
      <ContactFindings
        to="seller"
        findings={props.contact.map((one) => ({ ...one, label: editor.fields[one.field] }))}
      />
      <Row>
        {unsent && (
          <Button name="_act" value="submit">
            {editor.submit}
          </Button>
        )}
        <Button kind={unsent ? 'secondary' : 'primary'} name="_act" value="save">
          {canMove(service.state, 'submit') ? editor.save : editor.saveChanges}
        </Button>
        {unsent ? (
          <Button kind="quiet" name="_act" value="preview" icon="eye">
            {editor.preview}
          </Button>
        ) : (
          <LinkButton kind="quiet" icon="eye" href={`${myServicePath(service.serviceId)}/preview`}>
            {editor.preview}
          </LinkButton>
        )}
      </Row>
    </>
  );
}

/** What can be done to the service as a whole, in forms of their own. */
export function EditorActs({ service }: { service: Service }) {
  const { mine } = catalogueWords(useReader());
  const path = myServicePath(service.serviceId);
  const may = (verb: ServiceVerb) => canMove(service.state, verb);
  const mayRevise = (verb: RevisionVerb) => canMoveRevision(service, verb);
  const acts: [noun: string, allowed: boolean, label: string][] = [
    ['pause', may('pause'), mine.pause],
    ['resumption', may('resume'), mine.resume],
    ['withdrawal', may('withdraw'), mine.withdraw],
    ['withdrawal', mayRevise('withdraw-revision'), mine.withdrawRevision],
    ['revision-drop', mayRevise('drop-revision'), mine.dropRevision],
    ['restoration', may('restore'), mine.restore],
  ];
  return (
    <div class="section section-tight">
      {service.state !== 'archived' && <QueueForm service={service} />}
      {may('archive') && <p class="mute">{mine.archiveQuestion}</p>}
      <Row>
        {acts.map(
          ([noun, allowed, label]) =>
            allowed && (
              <PostButton key={label} kind="secondary" action={`${path}/${noun}`}>
                {label}
              </PostButton>
            ),
        )}
        {may('archive') && (
          <PostButton kind="danger" action={`${path}/archiving`}>
            {mine.archive}
          </PostButton>
        )}
      </Row>
    </div>
  );
}
