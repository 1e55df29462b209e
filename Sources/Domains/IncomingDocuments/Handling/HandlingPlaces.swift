import Kernel
import Markup

/// The list of those who can be named in a form, each with its role and deadline.
struct HandlingPlaces {
  var title: String
  var places: [HandlingPage.Place]
  var roles: [Field.Choice]
  var input: FormInput
  /// Tells whom a typed text names; nil where nothing is read.
  var readsPlaces: String?

  var html: HTML {
    let reasons = ((input.reasons[HandlingField.places] ?? []) + (input.reasons[HandlingField.due] ?? [])).map {
      "<li>\($0)</li>" as HTML
    }
    // Without script this fills the list from the text; with it the list follows while one types.
    let reading: HTML = .when(
      readsPlaces != nil,
      "<p class=\"without-script\">\(Button("Điền nơi nhận theo ý kiến", name: HandlingField.reads, value: "1", skipsChecks: true).html)</p>"
    )
    return """
      <fieldset class="group places"\(HTML.attribute("data-reads-places", readsPlaces))><legend>\(title)</legend>\(reading)\
      \(HTML.when(!reasons.isEmpty, "<ul class=\"reasons\">\(reasons)</ul>"))\
      <ul>\(places.map(place))</ul></fieldset>
      """
  }

  private func place(_ place: HandlingPage.Place) -> HTML {
    let (role, due) = (HandlingForm.roleName(place.key), HandlingForm.dueName(place.key))
    // What was chosen by hand stays, where the text says nothing else.
    let isTyped = input.isRefused || place.role.isEmpty
    let chosen = isTyped ? input[role] : place.role
    let day = isTyped ? input[due] : place.due
    if roles.count == 1 {
      let box = Field(
        place.label, name: role, value: chosen.isEmpty ? "" : "1", kind: .checkbox, id: "f-\(role)")
      return "<li>\(box.html)</li>"
    }
    let options = ([Field.Choice("", "không giao")] + roles).map { choice in
      "<option value=\"\(choice.value)\"\(HTML.flag("selected", choice.value == chosen))>\(choice.label)</option>"
        as HTML
    }
    return """
      <li><label for="f-\(role)">\(place.label)</label><select id="f-\(role)" name="\(role)">\(options)</select>\
      <label class="due" for="f-\(due)"><span>Hạn</span><span class="for-ear"> của \(place.label)</span></label>\
      <input id="f-\(due)" name="\(due)" value="\(day)" inputmode="numeric" autocomplete="off" data-day></li>
      """
  }
}
