import type { Locale } from '#platform/i18n';

/** A document of plain parts, the same in both directions; all texts are shown letter by letter. */
export interface Paper {
  locale: Locale;
  title: string;
  /** Under the title, and at the foot of every page. */
  lead: string;
  sections: readonly {
    heading: string;
    /** Names with their values. */
    facts?: readonly (readonly [string, string])[];
    /** What somebody said or did: who and when, then what. */
    entries?: readonly { head: string; body: string }[];
  }[];
}

/** How a paper looks. It reads its words as data, so nothing that a person wrote is ever an instruction. */
export const PAPER_TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let ink = rgb("#17212B")
#let mute = rgb("#5B6572")
#let brand = rgb("#0B5A66")
#let line = rgb("#E9E2D6")
#set document(title: paper.title)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  footer: context {
    set text(8pt, fill: mute)
    grid(columns: (1fr, auto), paper.lead, counter(page).display("1 / 1", both: true))
  },
)
#set text(
  font: "Readex Pro",
  size: 10pt,
  fill: ink,
  lang: paper.locale,
  dir: if paper.locale == "ar" { rtl } else { ltr },
)
#set par(leading: 0.9em, spacing: 0.9em)
#show heading: set text(fill: brand)
#text(18pt, weight: 600, paper.title)
#v(-6pt)
#text(fill: mute, paper.lead)
#for section in paper.sections [
  #v(8pt)
  #heading(level: 2, section.heading)
  #if "facts" in section {
    grid(
      columns: (34%, 1fr),
      inset: (x: 0pt, y: 5pt),
      stroke: (bottom: 0.5pt + line),
      ..section.facts.map(((name, value)) => (text(fill: mute, name), value)).flatten()
    )
  }
  #if "entries" in section {
    for entry in section.entries {
      block(
        breakable: true,
        width: 100%,
        inset: (y: 4pt),
        stroke: (bottom: 0.5pt + line),
        {
          text(8.5pt, fill: mute, entry.head)
          if entry.body != "" {
            linebreak()
            entry.body.split("\\n").join(linebreak())
          }
        },
      )
    }
  }
]
`;
