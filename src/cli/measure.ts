import { readFile } from "node:fs/promises";
import { type CueSheet, readCueSheet } from "../measure/cueSheet.ts";
import { measure } from "../measure/measure.ts";
import { readWav } from "../measure/wav.ts";

const USAGE = `npm run measure -- [--cues cues.json] FILE.wav…

Prints one line of JSON for each file. cues.json holds [{"kind", "at", "until"}…], times in seconds from the first
sample, or a take's own record.`;

type Options = Readonly<{ files: readonly string[]; cues: string | null; help: boolean }>;

function optionsOf(args: readonly string[]): Options {
  const files: string[] = [];
  let cues: string | null = null;
  let help = false;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] as string;
    if (arg === "--help" || arg === "-h") help = true;
    else if (arg === "--cues") {
      cues = args[++index] ?? "";
    } else if (arg.startsWith("--cues=")) cues = arg.slice("--cues=".length);
    else if (arg === "--") return { files: [...files, ...args.slice(index + 1)], cues, help };
    else if (arg.startsWith("-")) throw new Error(`unknown option ${arg}`);
    else files.push(arg);
  }
  if (cues === "") throw new Error("--cues needs a file");
  return { files, cues, help };
}

const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "that is a folder";
  if (code === "EACCES") return "it may not be read";
  return error instanceof Error ? error.message : String(error);
};

/**
 * Measures WAV files: one JSON line each on stdout, one line in words on stderr for each that could not be read.
 * @returns the exit code: 0, or 1 when any file failed
 */
export async function run(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = optionsOf([...args]);
  } catch (error) {
    console.error(`${reasonOf(error)}\n\n${USAGE}`);
    return 1;
  }
  if (options.help || options.files.length === 0) {
    (options.help ? console.log : console.error)(USAGE);
    return options.help ? 0 : 1;
  }
  let sheet: CueSheet = { cues: [] };
  if (options.cues !== null) {
    try {
      sheet = readCueSheet(JSON.parse(await readFile(options.cues, "utf8")));
    } catch (error) {
      console.error(`${options.cues}: ${reasonOf(error)}`);
      return 1;
    }
  }
  let code = 0;
  for (const file of options.files) {
    try {
      const { samples, sampleRate } = readWav(await readFile(file));
      console.log(JSON.stringify({ file, ...measure(samples, sampleRate, sheet) }));
    } catch (error) {
      console.error(`${file}: ${reasonOf(error)}`);
      code = 1;
    }
  }
  return code;
}
