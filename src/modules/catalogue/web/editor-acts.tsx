import { Banner, Button, Checkbox, LinkButton, PostButton, Row, useReader } from '#ui';
import { myServicePath } from '../catalogue-paths.ts';
import { catalogueWords } from '../locales/index.ts';
import { canMove, isApproved, type Service } from '../service.ts';
import { EditorSection } from './editor-rows.tsx';

/** What the state means for who edits now. */
export function StateBanner({ service }: { service: Service }) {
  const { editor } = catalogueWords(useReader());
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

/** Declarations at the first submission (SPEC 2.5), then the buttons. */
export function EditorFoot({ service }: { service: Service }) {
  const { editor } = catalogueWords(useReader());
  const unsent = canMove(service.state, 'submit');
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
      <Row>
        {unsent && (
          <Button name="_act" value="submit">
            {editor.submit}
          </Button>
        )}
        <Button kind={unsent ? 'secondary' : 'primary'} name="_act" value="save">
          {unsent ? editor.save : editor.saveChanges}
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
  const acts = [
    ['pause', 'pause', mine.pause],
    ['resume', 'resumption', mine.resume],
    ['withdraw', 'withdrawal', mine.withdraw],
    ['restore', 'restoration', mine.restore],
    ['archive', 'archiving', mine.archive],
  ] as const;
  return (
    <div class="section section-tight">
      {canMove(service.state, 'archive') && <p class="mute">{mine.archiveQuestion}</p>}
      <Row>
        {acts.map(
          ([verb, noun, label]) =>
            canMove(service.state, verb) && (
              <PostButton
                key={verb}
                kind={verb === 'archive' ? 'danger' : 'secondary'}
                action={`${path}/${noun}`}
              >
                {label}
              </PostButton>
            ),
        )}
      </Row>
    </div>
  );
}
