import { Component, type ReactElement, type ReactNode } from "react";
import { useApp } from "./services.tsx";

type Props = Readonly<{ children: ReactNode }>;
type State = Readonly<{ error: unknown }>;

/** Catches what breaks while drawing, says so, and loses nothing: what was recorded is already on disk. */
export class ErrorPage extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken({ error }: Readonly<{ error: unknown }>): ReactElement {
  const { app } = useApp().words;
  return (
    <main className="notebook page" role="alert">
      <h1>{app.broke}</h1>
      <p>{app.brokeWhat}</p>
      <p>
        <button type="button" className="button-primary" onClick={() => window.location.reload()}>
          {app.reload}
        </button>
      </p>
      <pre className="quiet">{String(error)}</pre>
    </main>
  );
}
