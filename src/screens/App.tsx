import { lazy, type ReactElement, Suspense, useSyncExternalStore } from "react";
import { HomeScreen } from "./HomeScreen.tsx";
import { NotFoundScreen } from "./NotFoundScreen.tsx";
import { readRoute } from "./route.ts";
import { SettingsScreen } from "./SettingsScreen.tsx";
import { Shell } from "./Shell.tsx";
import { useApp } from "./services.tsx";
import { TakesScreen } from "./TakesScreen.tsx";

// What a take and its finishing need comes in one piece, before the take starts; the start page goes without it.
const loadDrill = () => import("./drill/DrillScreen.tsx");
const DrillScreen = lazy(async () => ({ default: (await loadDrill()).DrillScreen }));
const TakeScreen = lazy(async () => ({ default: (await import("./TakeScreen.tsx")).TakeScreen }));
const MeasuresScreen = lazy(async () => ({ default: (await import("./MeasuresScreen.tsx")).MeasuresScreen }));
const DecksScreen = lazy(async () => ({ default: (await import("./decks/DecksScreen.tsx")).DecksScreen }));

// The address as it was navigated to. A drill writes its seed into the address bar; that is no navigation.
let visited = window.location.hash;
const subscribe = (changed: () => void) => {
  const navigated = () => {
    visited = window.location.hash;
    changed();
  };
  visited = window.location.hash; // it may have changed while the stores were being opened
  window.addEventListener("hashchange", navigated);
  return () => window.removeEventListener("hashchange", navigated);
};

/** The screen that belongs to the address. */
export function App(): ReactElement {
  const hash = useSyncExternalStore(subscribe, () => visited);
  const { words } = useApp();
  const route = readRoute(hash);
  const waiting = <p className="waiting">{words.app.loading}</p>;
  if (route.screen === "drill") {
    return (
      <Suspense fallback={<div className="room room-waiting">{waiting}</div>}>
        <DrillScreen key={route.query} query={route.query} />
      </Suspense>
    );
  }
  return (
    <Shell current={route.screen}>
      <Suspense fallback={waiting}>
        {route.screen === "home" && <HomeScreen prepare={loadDrill} />}
        {route.screen === "takes" && <TakesScreen />}
        {route.screen === "take" && <TakeScreen key={route.id} id={route.id} />}
        {route.screen === "decks" && <DecksScreen place={route.place} />}
        {route.screen === "settings" && <SettingsScreen />}
        {route.screen === "measures" && <MeasuresScreen entry={route.entry} />}
        {route.screen === "unknown" && <NotFoundScreen path={route.path} />}
      </Suspense>
    </Shell>
  );
}
