/** The worker in which takes are measured: one take each. It only carries messages; `session.ts` does the work. */
import { answer, type Request, Session } from "./session.ts";

const session = new Session();
self.onmessage = ({ data }: MessageEvent<Request>) => self.postMessage(answer(session, data));
