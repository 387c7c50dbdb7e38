import { createRoot } from "react-dom/client";
import { Face } from "../../src/client/Face.tsx";
import type { Look } from "../../src/client/look.ts";
import { lookOf, looks } from "../../src/client/looks/index.ts";
import { type Expression, expressions } from "../../src/client/mood.ts";
import { catalogues } from "../../src/i18n/languages.ts";
import { type FaceMeasure, FaceMeasured } from "./facesMeasure.tsx";
import "./faces.css";

/**
 * The contact sheets that `npm run faces` photographs: everybody at 200 px, or with `?client=<id>` one person at
 * 600 px. `&moving` leaves the faces alive, to look at by hand; `&speaking` has them talk, `&nodding` nod.
 * With `?measure=<id>` one face moves through everything it can do while its frames are timed.
 */
const query = new URLSearchParams(location.search);
const one = lookOf(query.get("client") ?? "");
const measured = lookOf(query.get("measure") ?? "");
const moving = query.has("moving");

function Portrait({ look, expression }: { look: Look; expression: Expression }) {
  return (
    <div>
      <Face
        look={look}
        expression={expression}
        speaking={expression === "cutting-in" || query.has("speaking")}
        nodding={query.has("nodding")}
        still={!moving}
        label={expression}
      />
    </div>
  );
}

/** Who it is, in both languages. */
const nameOf = ({ id }: Look) =>
  Object.values(catalogues)
    .map(({ words }) => words.clients[id as keyof typeof words.clients].name)
    .join(" · ");

declare global {
  interface Window {
    faceMeasure?: FaceMeasure;
  }
}
const keep = (measure: FaceMeasure) => {
  window.faceMeasure = measure;
};

const root = document.getElementById("faces");
if (!root) throw new Error("faces.html has no #faces");
createRoot(root).render(
  measured ? (
    <FaceMeasured look={measured} done={keep} />
  ) : one ? (
    <main className="size-600">
      {expressions.map((expression) => (
        <figure key={expression}>
          <Portrait look={one} expression={expression} />
          <figcaption>{expression}</figcaption>
        </figure>
      ))}
    </main>
  ) : (
    <main className="size-200" style={{ gridTemplateColumns: `130px repeat(${looks.length}, 200px)` }}>
      <p />
      {looks.map((look) => (
        <h2 key={look.id}>
          {nameOf(look)}
          <br />
          {look.temper}
        </h2>
      ))}
      {expressions.map((expression) => [
        <h3 key={expression}>{expression}</h3>,
        ...looks.map((look) => (
          <Portrait key={`${look.id} ${expression}`} look={look} expression={expression} />
        )),
      ])}
    </main>
  ),
);
