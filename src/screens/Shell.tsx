import type { ReactElement, ReactNode } from "react";
import { catalogues } from "../i18n/languages.ts";
import { languages } from "../prompts/deck.ts";
import { address } from "./route.ts";
import { useApp } from "./services.tsx";

type Props = Readonly<{ current: string; children: ReactNode }>;

/** The notebook around its pages: the name, the places to go, the language. */
export function Shell({ current, children }: Props): ReactElement {
  const { words, language, choose } = useApp();
  const places = [
    { screen: "decks", href: address.decks, name: words.titles.nav },
    { screen: "takes", href: address.takes, name: words.app.takes },
    { screen: "settings", href: address.settings, name: words.app.settings },
  ];
  const here = current === "take" ? "takes" : current;
  return (
    <div className="notebook">
      <button type="button" className="skip-link" onClick={focusMain}>
        {words.app.skip}
      </button>
      <header className="masthead">
        <a className="wordmark" href={address.home} aria-current={here === "home" ? "page" : undefined}>
          {words.app.name}
        </a>
        <nav aria-label={words.app.nav}>
          {places.map(({ screen, href, name }) => (
            <a key={screen} href={href} aria-current={here === screen ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <fieldset className="language-switch" aria-label={words.app.language}>
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              onClick={() => choose({ language: each })}
            >
              {catalogues[each].name}
            </button>
          ))}
        </fieldset>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** A link to `#main` would be another address: the hash is the route. */
const focusMain = (): void => document.getElementById("main")?.focus();
