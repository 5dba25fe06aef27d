package golubika.demo.billing;

import java.math.BigDecimal;
import java.util.List;

/// Invented people with the surnames of northern berries, in streets named likewise.
final class People {

    private static final List<String> SURNAMES = List.of(
            "Ягодкин",
            "Морошкин",
            "Брусникин",
            "Клюквин",
            "Черникин",
            "Голубикин",
            "Смородинкин",
            "Малинкин",
            "Ежевикин",
            "Костяникин",
            "Шиповничкин",
            "Облепихин",
            "Земляникин",
            "Княженикин",
            "Жимолосткин",
            "Боярышкин",
            "Крыжовкин",
            "Вороникин",
            "Толокнянкин",
            "Черёмушкин",
            "Иргин",
            "Рябинкин");
    private static final List<String> WOMEN =
            List.of("Вера", "Анна", "Ольга", "Мария", "Нина", "Галина", "Елена", "Зоя", "Лидия", "Тамара");
    private static final List<String> MEN =
            List.of("Иван", "Пётр", "Павел", "Николай", "Сергей", "Андрей", "Михаил", "Фёдор", "Виктор", "Олег");
    private static final List<String> FATHERS =
            List.of("Павлов", "Иванов", "Петров", "Николаев", "Сергеев", "Андреев", "Михайлов", "Фёдоров", "Викторов");
    private static final List<String> STREETS = List.of(
            "ул. Морошковая",
            "ул. Брусничная",
            "ул. Черничная",
            "ул. Голубичная",
            "пер. Клюквенный",
            "ул. Земляничная",
            "ул. Смородиновая",
            "пер. Рябиновый",
            "ул. Калиновая",
            "ул. Малиновая");

    private People() {}

    static Home home(Chance chance, String town, String number, Direction direction) {
        var woman = chance.below(2, "woman", number) == 0;
        var surname = chance.oneOf(SURNAMES, "surname", number);
        var father = chance.oneOf(FATHERS, "father", number);
        var holder = woman
                ? surname + "а " + chance.oneOf(WOMEN, "name", number) + " " + father + "на"
                : surname + " " + chance.oneOf(MEN, "name", number) + " " + father + "ич";
        var street = town + ", " + chance.oneOf(STREETS, "street", number) + ", д. "
                + chance.between(1, 98, "house", number);
        var house = direction == Direction.HEATING;
        var address = house ? street : street + ", кв. " + chance.between(1, 120, "flat", number);
        var area = house ? chance.between(450, 1400, "area", number) : chance.between(310, 790, "area", number);
        return new Home(holder, address, BigDecimal.valueOf(area, 1), chance.between(1, 5, "residents", number));
    }
}
