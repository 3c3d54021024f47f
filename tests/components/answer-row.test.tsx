import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { OpenedAnswer } from "../../components/AnswerList";
import { AnswerRow } from "../../components/AnswerRow";

const nothing = () => undefined;
const rowWith = (opened: OpenedAnswer) =>
	renderToStaticMarkup(
		<AnswerRow
			index={0}
			row={undefined}
			opened={opened}
			isActive
			describedBy="hint"
			takesFocus={{ current: false }}
			onNeed={() => nothing}
			onFocus={nothing}
			onToggle={nothing}
		>
			{nothing}
		</AnswerRow>,
	);

describe("an answer that was opened in the list", () => {
	it("is called gone only when it is gone, not when it cannot be read right now", () => {
		expect(rowWith({ name: "gone" })).toContain("This answer is no longer there.");
		expect(rowWith({ name: "failed" })).not.toContain("no longer there");
		expect(rowWith({ name: "failed" })).toContain("Nothing was deleted.");
	});
});
