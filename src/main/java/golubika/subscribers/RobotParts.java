package golubika.subscribers;

import golubika.site.Assets;
import golubika.site.FieldErrors;
import golubika.site.Texts;
import golubika.subscribers.RobotChecks.Verdict;
import org.springframework.stereotype.Component;

/// The robot check as forms carry it: shown, judged, and shown once more when the form comes back.
@Component
public class RobotParts {

    private static final String WORKER = "vendor/altcha-lib-1.4.1/worker.js";

    private final RobotChecks checks;
    private final Assets assets;
    private final Texts texts;

    RobotParts(RobotChecks checks, Assets assets, Texts texts) {
        this.checks = checks;
        this.assets = assets;
        this.texts = texts;
    }

    public RobotPart fresh() {
        return part(RobotAnswer.NONE, new Verdict.NotShown(), FieldErrors.NONE);
    }

    /// What was shown already stays good, unless it was judged wrong or used up.
    public RobotPart again(RobotAnswer answer, Verdict verdict, FieldErrors errors) {
        return part(answer, verdict, errors);
    }

    /// @param address network address of who is asking
    public Verdict judge(RobotAnswer answer, String address) {
        if (answer.isWithoutScripts()) {
            return checks.letter(answer.question(), answer.letter(), address);
        }
        var verdict = checks.work(answer.solution());
        return verdict instanceof Verdict.Human human && !checks.isUnused(human) ? new Verdict.Used() : verdict;
    }

    /// The errors of a form and what is wrong with its robot check.
    public FieldErrors and(FieldErrors errors, RobotAnswer answer, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Human _ -> errors;
            case Verdict.NotShown _ ->
                errors.and(
                        answer.field(),
                        texts.of(answer.isWithoutScripts() ? "subscribers.robot.letter" : "subscribers.robot.tick"));
            case Verdict.Wrong _ -> errors.and(answer.field(), texts.of("subscribers.robot.wrong"));
            case Verdict.Used _ -> errors.and(answer.field(), texts.of("subscribers.robot.used"));
            case Verdict.TooOften _ -> errors.and(answer.field(), texts.of("subscribers.robot.too-often"));
        };
    }

    private RobotPart part(RobotAnswer answer, Verdict verdict, FieldErrors errors) {
        var keepsLetter = !answer.question().isEmpty() && !errors.has("letter");
        var question = keepsLetter ? checks.question(answer.question()) : checks.question();
        var keepsWork = verdict instanceof Verdict.Human && !answer.isWithoutScripts();
        return new RobotPart(
                keepsWork ? answer.solution() : "",
                question.signed(),
                texts.of("subscribers.robot.place." + question.place()),
                question.word(),
                keepsLetter ? answer.letter() : "",
                assets.address(WORKER));
    }
}
