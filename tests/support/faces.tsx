import { createRoot } from "react-dom/client";
import { Face } from "../../src/client/Face.tsx";
import { expressions } from "../../src/client/mood.ts";
import "./faces.css";

/** The contact sheet that `npm run faces` photographs: `?moving` leaves the faces alive, to look at by hand. */
const moving = location.search.includes("moving");
const root = document.getElementById("faces");
if (!root) throw new Error("faces.html has no #faces");
createRoot(root).render(
  <main>
    {[200, 600].map((size) => (
      <section key={size} className={`size-${size}`}>
        {expressions.map((expression) => (
          <figure key={expression}>
            <div>
              <Face
                expression={expression}
                speaking={expression === "cutting-in"}
                still={!moving}
                label={expression}
              />
            </div>
            <figcaption>{expression}</figcaption>
          </figure>
        ))}
      </section>
    ))}
  </main>,
);
