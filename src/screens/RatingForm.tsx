import { type ReactElement, useState } from "react";
import { type Rating, type Scale, scales } from "../store/take.ts";
import { useApp } from "./services.tsx";
import { useKey } from "./useKey.ts";

type Props = Readonly<{
  rating: Rating | null;
  onRate(rating: Rating): void;
  /** Whether the number keys rate, one scale after the other. */
  keys: boolean;
}>;

const marks = [1, 2, 3, 4, 5] as const;

/** Five scales from 1 to 5, each with words for both ends. */
export function RatingForm({ rating, onRate, keys }: Props): ReactElement {
  const { review } = useApp().words;
  const [given, setGiven] = useState<Rating>(rating ?? {});
  const rate = (scale: Scale, mark: number) => {
    const next = { ...given, [scale]: mark };
    setGiven(next);
    onRate(next);
  };
  const nextScale = scales.find((scale) => given[scale] === undefined);
  return (
    <fieldset className="rating">
      <legend>{review.rate}</legend>
      {scales.map((scale) => {
        const { name, low, high } = review.scales[scale];
        return (
          <fieldset key={scale} className="rating-scale" data-next={scale === nextScale}>
            <legend>{name}</legend>
            <span className="rating-low">{low}</span>
            <span className="rating-marks">
              {marks.map((mark) => (
                <label key={mark}>
                  <input
                    type="radio"
                    name={scale}
                    aria-label={review.mark(name, mark)}
                    checked={given[scale] === mark}
                    onChange={() => rate(scale, mark)}
                  />
                  <span aria-hidden="true">{mark}</span>
                </label>
              ))}
            </span>
            <span className="rating-high">{high}</span>
          </fieldset>
        );
      })}
      {keys && nextScale && <NumberKeys onMark={(mark) => rate(nextScale, mark)} />}
      {keys && <p className="quiet keys-hint">{review.rateKeys}</p>}
    </fieldset>
  );
}

function NumberKeys({ onMark }: Readonly<{ onMark(mark: number): void }>): null {
  useKey("1", () => onMark(1));
  useKey("2", () => onMark(2));
  useKey("3", () => onMark(3));
  useKey("4", () => onMark(4));
  useKey("5", () => onMark(5));
  return null;
}
