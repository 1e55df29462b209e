import Kernel
import Markup

extension FormInput {
  /// What was typed. Passwords are never sent back.
  package static func keeping(_ form: Form) -> FormInput {
    var input = FormInput()
    for (name, value) in form.fields where !name.hasPrefix("mat-khau") && input.values[name] == nil {
      input.values[name] = value
    }
    return input
  }

  /// What was typed, with the reasons of a refusal at their fields: a refused form comes back with everything typed.
  package static func refused(_ refusal: Refusal, keeping form: Form = Form()) -> FormInput {
    var input = keeping(form)
    for reason in refusal.reasons {
      if let field = reason.field {
        input.reasons[field, default: []].append(reason.message)
      } else {
        input.generalReasons.append(reason.message)
      }
    }
    return input
  }
}
