import type { ReactElement } from "react";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";

/** An address without a page. */
export function NotFoundScreen({ path }: Readonly<{ path: string }>): ReactElement {
  const { words } = useApp();
  return (
    <section className="page">
      <h1>{words.app.notFound}</h1>
      <p>{words.app.notFoundWhy(path)}</p>
      <p>
        <a href={address.home}>{words.app.toHome}</a>
      </p>
    </section>
  );
}
